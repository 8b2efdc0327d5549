/** A turn of the event loop that a fake clock does not hold back. */
export function tick(): Promise<void> {
  if (window.__tick !== undefined) return window.__tick();
  return new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      done();
    };
    channel.port2.postMessage(0);
  });
}
