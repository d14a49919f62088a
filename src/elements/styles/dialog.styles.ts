import {css} from 'lit';

export const dialogStyles = css`
  :host {
    --_ground: var(--keyslot-color-ground, Canvas);
    --_inset: calc(var(--_space) * 1.5);
    display: contents;
  }

  dialog {
    inline-size: 100%;
    max-inline-size: min(var(--keyslot-dialog-width, 36rem), 100% - 2rem);
    max-block-size: calc(100dvb - 2rem);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_ground);
    /* A page that sets its own colours rarely sets those of what is above it. */
    color: var(--keyslot-color-text, CanvasText);
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: var(--keyslot-color-backdrop, rgb(0 0 0 / 0.5));
  }

  .bar {
    display: flex;
    flex: none;
    justify-content: flex-end;
    padding: calc(var(--_space) * 0.5);
    padding-block-end: 0;
  }

  .content {
    flex: 0 1 auto;
    min-block-size: 0;
    padding: var(--_inset);
    padding-block-start: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .content:first-child {
    padding-block-start: var(--_inset);
  }

  .foot,
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75);
    align-items: center;
    justify-content: flex-end;
  }

  .foot {
    flex: none;
    padding: var(--_space) var(--_inset);
    border-block-start: 1px solid var(--_border);
  }

  .question {
    flex: 1 1 12rem;
    font-weight: var(--_strong);
  }

  button {
    min-inline-size: var(--_size);
    min-block-size: var(--_size);
    padding-inline: var(--_space);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }

  .close {
    display: grid;
    place-items: center;
    padding: 0;
    border-color: transparent;
    color: var(--_muted);
  }

  .close:hover {
    background: var(--_surface);
  }

  .close svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }

  :is(.done, .keep) {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  :is(.done, .keep):hover {
    filter: brightness(1.08);
  }

  .discard {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  @media (width < 480px) {
    dialog {
      max-inline-size: 100%;
      margin-block-end: 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }

    :is(.foot button, .answers) {
      flex: 1 1 auto;
    }
  }
`;
