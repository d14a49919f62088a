/** What is to be undone when a test is over. */
export const cleanUps: (() => void)[] = [];

/** Gives an object other properties until {@link cleanUp}. */
export function replace(target: object, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    const original = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, {value, configurable: true, writable: true});
    cleanUps.push(() => {
      if (original) Object.defineProperty(target, name, original);
      else Reflect.deleteProperty(target, name);
    });
  }
}

/** Opens an address in a frame, and waits until it has loaded. */
export async function frameOf(address: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = address;
  cleanUps.push(() => frame.remove());
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
  return frame;
}

/** To be called after each test. */
export function cleanUp(): void {
  cleanUps.splice(0).forEach((undo) => undo());
}
