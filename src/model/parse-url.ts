/** The address that a text is. Nothing when it is none. */
export function parseUrl(text: string): URL | undefined {
  // The `URL.canParse` of Node 20 and 22 comes to refuse letters beyond ASCII once it is optimised.
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
