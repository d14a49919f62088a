import {css} from 'lit';

/** The panel of the provider's window. */
export const authorizationStyles = css`
  .authorization,
  .authorization .fields {
    gap: calc(var(--_space) * 0.5);
    justify-items: start;
  }

  .authorization {
    margin-block-start: var(--_space);
  }

  .authorizing {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  progress {
    inline-size: 100%;
  }
`;
