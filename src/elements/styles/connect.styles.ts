import {css} from 'lit';

export const connectStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }

  .header {
    display: flex;
    gap: calc(var(--_space) * 0.75);
    align-items: center;
  }

  .logo {
    flex: none;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    object-fit: contain;
  }

  .title {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }

  .actions {
    margin-block-start: 0;
  }
`;
