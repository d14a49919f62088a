/** Without case and accents: nobody should have to type those to find something. */
export const comparable = (text: string): string =>
  text
    .trim()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
