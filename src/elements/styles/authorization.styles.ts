import {css} from 'lit';

/** The panel of the provider's window. */
export const authorizationStyles = css`
  .authorization {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    justify-items: start;
    margin-block-start: var(--_space);
  }

  .authorizing {
    padding: calc(var(--_space) * 0.75);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .spinner {
    display: inline-block;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.5em;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -0.125em;
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

  .scope {
    display: flex;
    gap: 0.625em;
  }

  .scope .help {
    display: block;
  }
`;
