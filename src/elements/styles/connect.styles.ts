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

  .initial {
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: var(--_strong);
    line-height: 2.5rem;
    text-align: center;
  }

  .title {
    font-size: var(--keyslot-font-size-title, 1.25em);
    font-weight: var(--_strong);
    line-height: 1.3;
  }

  .actions {
    margin-block-start: 0;
  }
`;
