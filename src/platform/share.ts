/** Whether the system has a sheet for sharing text, as phones have. */
export function canShare({ navigator }: Window): boolean {
  return typeof (navigator as Partial<Navigator>).share === 'function';
}

/** Opens that sheet; nothing goes anywhere before somebody is chosen there. Answers whether somebody was. */
export async function share({ navigator }: Window, title: string, text: string): Promise<boolean> {
  try {
    await navigator.share({ title, text });
    return true;
  } catch {
    return false; // closed without a choice
  }
}
