/** The English words of the dialog. Not needed to show a form. */
export const enDialog = {
  dialog: {
    label: 'Connect an application',
    close: 'Close',
    done: 'Done',
    question: 'Discard what you entered?',
    keep: 'Keep editing',
    discard: 'Discard',
  },
};
