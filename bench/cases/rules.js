/** What is wrong with a value, in words; nothing when all is well. */
export const problemOf = ({label, kind, required}, value) => {
  if (!value) return required ? `Enter ${label}` : '';
  return kind === 'url' && !URL.canParse(value) ? `Enter a URL for ${label}` : '';
};
