/**
 * Opens a blank window for the provider. Has to be called in the click itself: browsers block what
 * opens later. It has no name, as two attempts would share a window of one name, and keeps its opener,
 * as the callback page may have to answer to it.
 */
export function openAuthorizationWindow(): Window | null {
  const {outerWidth, outerHeight, screenX, screenY} = window;
  const [width, height] = [520, 720];
  const left = Math.round(screenX + (outerWidth - width) / 2);
  const top = Math.round(screenY + (outerHeight - height) / 3);
  try {
    return window.open(
      'about:blank',
      '_blank',
      `popup,width=${width},height=${height},left=${left},top=${top}`,
    );
  } catch {
    return null;
  }
}
