import {aTimeout} from '@open-wc/testing';

/**
 * Opens a page of this origin in a frame, and resolves when it has loaded. A busy browser may run out
 * of what it loads pages with, and shows a page of its own instead: then it is tried again.
 */
export async function openFrame(address: string, style: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = style;
  for (let attempt = 1; attempt <= 5; attempt++) {
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, {once: true});
      frame.src = address;
      // A frame without an address loads a page, too.
      if (!frame.isConnected) document.body.append(frame);
    });
    if (frame.contentDocument) return frame;
    await aTimeout(500);
  }
  frame.remove();
  throw new Error(`The browser did not load ${address}`);
}
