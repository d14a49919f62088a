import {css} from 'lit';

/** What mistakes and results look like: loaded with the rules, before which there are none. */
export const outcomeStyles = css`
  .error {
    color: var(--_danger);
    font-weight: 500;
  }

  [aria-invalid='true'],
  .control:has(> [aria-invalid='true']) {
    border-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }

  .summary ul,
  .warnings {
    margin-block-start: calc(var(--_space) * 0.25);
    padding-inline-start: 1.25em;
  }

  .summary li {
    padding-block: calc(var(--_space) * 0.125);
  }

  .summary a {
    color: var(--_danger);
  }

  .success .actions {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  .verified {
    margin-block-start: var(--_space);
  }

  :is(.success, .verified) {
    padding: var(--_space);
    border: 1px solid var(--_success);
    border-inline-start-width: 0.25rem;
    border-radius: var(--_radius);
  }

  .success-title {
    font-weight: 600;

    &::before {
      content: '✓ ' / '';
      color: var(--_success);
    }
  }
`;
