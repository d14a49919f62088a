import {css} from 'lit';

/** What is offered when an attempt does not go on by itself. */
export const authorizationTroubleStyles = css`
  .authorize-link {
    padding: 0.375em 0.875em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 500;
    text-decoration: none;
  }

  .paste summary {
    inline-size: fit-content;
    color: var(--_muted);
    font-size: var(--_small);
    cursor: pointer;
  }

  .paste-form {
    display: grid;
    gap: calc(var(--_space) * 0.375);
    justify-items: start;
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .paste-form input {
    inline-size: 100%;
  }
`;
