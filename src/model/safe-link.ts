/**
 * Whether an address from a definition may become a link or an image: absolute https, without
 * userinfo or control characters. `javascript:` and `data:` addresses run as, or look like, the page.
 */
export function isSafeLink(address: string): boolean {
  // The URL parser drops tabs and newlines; an address that has them hides something.
  if (address.length > 2048 || /[\p{Cc}\s\\]/u.test(address) || !/^https:\/\//i.test(address)) {
    return false;
  }
  if (!URL.canParse(address)) return false;
  const {username, password} = new URL(address);
  return !username && !password;
}
