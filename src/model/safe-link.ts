/**
 * Whether an address from a definition may become a link or an image: absolute https, without
 * userinfo or control characters. `javascript:` and `data:` addresses run as, or look like, the page.
 */
export function isSafeLink(address: string): boolean {
  // The URL parser drops tabs and newlines; an address that has them hides something.
  if (address.length > 2048 || /[\p{Cc}\s\\]/u.test(address) || !/^https:\/\//i.test(address)) {
    return false;
  }
  // Not by `URL.canParse`, for what `parseUrl` says of it; that would be larger here.
  try {
    const {username, password} = new URL(address);
    return !username && !password;
  } catch {
    return false;
  }
}
