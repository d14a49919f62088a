/** What a page downloads for an entry, in kB of 1000 bytes. */
export const budgets = {
  'src/define/keyslot-connect.ts': 27,
  'src/core.ts': 13,
  // Every class, the dialog and the authorize button included.
  'src/index.ts': 38,
};

/** What a page loads later, beyond the first form and its rules, in kB of 1000 bytes. */
export const laterBudgets = {
  'src/elements/views/authorization-views.ts': 7,
};
