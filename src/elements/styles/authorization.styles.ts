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

  progress {
    inline-size: 100%;
  }
`;
