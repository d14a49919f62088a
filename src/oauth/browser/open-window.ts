/**
 * Opens a blank window for the provider. Has to be called in the click itself: browsers block what
 * opens later. It has no name, as two attempts would share a window of one name, and keeps its opener,
 * as the callback page may have to answer to it.
 */
export function openAuthorizationWindow(): Window | null {
  try {
    return window.open('about:blank', '_blank', 'popup,width=520,height=720');
  } catch {
    // A frame may be forbidden to.
    return null;
  }
}
