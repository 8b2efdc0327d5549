/** Opens the system's mail program at a new message. Only the subject is handed over. */
export function openMail(win: Window, subject: string): void {
  win.open(`mailto:?subject=${encodeURIComponent(subject)}`);
}
