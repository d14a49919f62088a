import {css} from 'lit';

/** The panel of the provider's window. */
export const authorizationStyles = css`
  .authorization {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    margin-block-start: var(--_space);
  }

  .authorization + .actions {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  .authorizing {
    padding: calc(var(--_space) * 0.75) var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .authorizing-title {
    display: flex;
    gap: 0.625em;
    align-items: center;
    font-weight: 500;
  }

  .spinner {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }

  .authorizing-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) var(--_space);
    align-items: center;
  }

  .authorizing-actions:empty {
    display: none;
  }

  .authorize-link {
    padding: 0.375em 0.875em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 500;
    text-decoration: none;
  }

  .scopes {
    display: grid;
    gap: calc(var(--_space) * 0.375);
  }

  .scope {
    display: flex;
    gap: 0.625em;
    align-items: start;
  }

  .scope .help {
    display: block;
  }

  .scope input,
  .tick {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin-block-start: 0.1875em;
  }

  .tick::before {
    display: block;
    inline-size: 0.375em;
    block-size: 0.75em;
    margin-inline-start: 0.3125em;
    border: solid currentColor;
    border-width: 0 0.125em 0.125em 0;
    content: '';
    rotate: 45deg;
  }

  .expiring {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
  }

  .paste summary {
    inline-size: fit-content;
    color: var(--_muted);
    font-size: 0.875em;
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
