/** The English words about what was pasted. Loaded with what looks at it. */
export const enPaste = {
  strays: {
    space: 'There is space before or after it.',
    invisible: 'There are characters in it that cannot be seen.',
    quotes: 'There are quotation marks around it.',
    scheme: 'It begins with a word that is not part of the key.',
    assignment: 'It begins with a name, as in a settings file.',
    address: 'This is a whole address.',
    lineBreaks: 'It was on several lines.',
    pem: 'The line breaks of this key are missing.',
    several: 'There is more here than the value itself.',
  },
  mend: 'Fix this',
  useText: (text: string) => `Use “${text}”`,
  mended: 'Fixed.',

  /** Without the method where it is in the same form. */
  resembles: (label: string, method: string) =>
    `This looks like “${label}”${method && ` of “${method}”`}.`,
  move: 'Move it there',
  moved: 'Moved here.',

  fillOffer: (count: number) => `Values found for this form: ${count}.`,
  fill: 'Fill in',
  nothingFits: 'Nothing in what you dropped fits this form.',
  notNow: 'No, thanks',
  filled: (count: number) => `Fields filled in: ${count}.`,
};
