import {css} from 'lit';

/** What is said of what was pasted. */
export const pasteStyles = css`
  .advice {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 0.75);
    border-inline-start: 0.1875rem solid var(--_accent);
    background: var(--_surface);
    font-size: var(--_small);
  }

  .advice-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 0.75);
  }

  .advice ul {
    padding-inline-start: 1.25em;
  }

  .advice-value {
    color: var(--_muted);
  }
`;
