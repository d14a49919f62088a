import {css} from 'lit';

export const methodPickerStyles = css`
  .picker {
    display: grid;
    gap: calc(var(--_space) * 0.75);
  }

  .filter {
    display: grid;
    gap: calc(var(--_space) * 0.25);
  }

  .method-list {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: calc(var(--_space) * 0.5);
  }

  .method {
    display: flex;
    gap: calc(var(--_space) * 0.75);
    align-items: start;
    padding: calc(var(--_space) * 0.75);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .method:hover:not(.unavailable) {
    border-color: var(--_control-border);
  }

  .method:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .method:has(:focus-visible) {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .method :focus-visible {
    outline: none;
  }

  .method.unavailable {
    border-style: dashed;
    color: var(--_muted);
    cursor: not-allowed;

    * {
      color: inherit;
    }
  }

  [part='method-name'] {
    font-weight: var(--_strong);
  }

  .remark {
    display: block;
    color: var(--_muted);
    font-size: var(--_small);
  }

  [part^='badge'] {
    padding-inline: 0.5em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.75em;
    font-weight: 500;
    white-space: nowrap;
  }

  [part='badge recommended'] {
    color: var(--_success);
  }

  /* Drawing what is out of sight would clip a focus ring; here the ring is drawn inside. */
  .long .method {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 4.5rem;
  }

  .long .method:has(:focus-visible) {
    outline-offset: -2px;
  }
`;
