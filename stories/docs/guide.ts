const SOURCE = 'https://github.com/keyslot/keyslot/blob/main/';

/** Where a document of the repository is a page of this site. */
const PAGES: Readonly<Record<string, string>> = {
  'accessibility.md': 'guides-accessibility',
  'extending.md': 'guides-extending',
  'frameworks.md': 'guides-frameworks',
  'moving.md': 'guides-moving-from-hand-written-forms',
  'oauth.md': 'guides-sign-in-window',
  'performance.md': 'guides-performance',
  'security.md': 'guides-security',
  'server-rendering.md': 'guides-rendering-on-a-server',
  'testing.md': 'guides-testing',
};

/** A document of the repository as a page: its links lead to pages, and all others to the source. */
export const guide = (text: string): string =>
  text
    .replace(/\]\((?:docs\/)?([\w-]+\.md)(?:#[\w-]+)?\)/g, (link, file: string) =>
      file in PAGES ? `](?path=/docs/${PAGES[file]}--docs)` : link,
    )
    .replaceAll('](../', `](${SOURCE}`)
    .replace(/\]\((?!https?:|\?|#)/g, `](${SOURCE}docs/`);
