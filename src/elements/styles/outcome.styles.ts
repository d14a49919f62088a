import {css} from 'lit';

/**
 * What mistakes and results look like, and the small buttons that no first form has: loaded with the
 * rules, before which there are none.
 */
export const outcomeStyles = css`
  .action {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 500;
    text-decoration: underline;
    justify-self: start;
    cursor: pointer;
  }

  .error {
    color: var(--_danger);
    font-weight: 500;
  }

  [aria-invalid='true'],
  .control:has(> [aria-invalid='true']) {
    border-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }

  .summary {
    border-color: var(--_danger);
    border-inline-start-width: 0.25rem;
    background: transparent;
  }

  .summary-title {
    font-weight: var(--_strong);
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

  .submit[aria-disabled='true']::before {
    content: '';
    display: inline-block;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.5em;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
    vertical-align: -0.125em;
    animation: keyslot-turn 1s linear infinite;

    @media (prefers-reduced-motion: reduce) {
      animation: none;
    }

    /* Forced colours have no transparent one, and a whole ring does not seem to turn. */
    @media (forced-colors: active) {
      forced-color-adjust: none;
      border-color: transparent GrayText GrayText;
    }
  }

  /* While a user signs in, something else turns. */
  .authorizing ~ .actions .submit::before {
    content: none;
  }

  @keyframes keyslot-turn {
    to {
      rotate: 1turn;
    }
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
    font-weight: var(--_strong);

    &::before {
      content: '✓ ' / '';
      color: var(--_success);
    }
  }
`;
