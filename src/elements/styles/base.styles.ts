import {css} from 'lit';

/**
 * What all elements look like. Colours derive from the page's own text colour wherever they can, so
 * that an unthemed element fits a host it has never seen; the page's `color-scheme` does the rest.
 */
export const baseStyles = css`
  :host {
    --_text: var(--keyslot-color-text, inherit);
    --_muted: var(--keyslot-color-muted, color-mix(in srgb, currentColor 72%, transparent));
    --_border: var(--keyslot-color-border, color-mix(in srgb, currentColor 22%, transparent));
    --_control-border: var(
      --keyslot-color-control-border,
      color-mix(in srgb, currentColor 56%, transparent)
    );
    --_surface: var(--keyslot-color-surface, color-mix(in srgb, currentColor 5%, transparent));
    --_field: var(--keyslot-color-field, light-dark(#fff, #16181d));
    --_accent: var(--keyslot-color-accent, light-dark(#1f5fd0, #8ab4ff));
    --_on-accent: var(--keyslot-color-on-accent, light-dark(#fff, #0b1324));
    --_danger: var(--keyslot-color-danger, light-dark(#b3201b, #ff9d94));
    --_success: var(--keyslot-color-success, light-dark(#12703a, #7ad9a0));
    --_focus: var(--keyslot-focus-width, 2px) solid var(--keyslot-color-focus, var(--_accent));
    --_size: var(--keyslot-control-size, 2.75rem);
    --_small: var(--keyslot-font-size-small, 0.875em);
    --_strong: var(--keyslot-font-weight-strong, 600);
    --_space: calc(var(--keyslot-space, 1rem) * var(--keyslot-density, 1));
    --_radius: var(--keyslot-radius, 0.5rem);
    display: block;
    box-sizing: border-box;
    max-inline-size: var(--keyslot-width, 34rem);
    color: var(--_text);
    font: inherit;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    min-inline-size: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: calc(var(--_space) * 0.75);
    font-weight: var(--_strong);
  }

  a {
    color: var(--_accent);
  }

  /* A text in another direction than the page still begins where the page's texts begin. */
  bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  ::slotted(*) {
    margin: 0;
  }

  fieldset:disabled {
    opacity: 0.65;
  }

  input,
  select,
  textarea,
  button {
    min-inline-size: 0;
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
  }

  :is(a, input, select, textarea, button, summary, .summary, .success):focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .notice {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .loading {
    display: grid;
    gap: var(--_space);
  }

  .placeholder {
    block-size: var(--_size);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .placeholder.short {
    inline-size: 40%;
    block-size: 1.5rem;
  }

  [type='text'],
  [type='password'],
  [type='search'],
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_size);
    padding-block: calc(var(--_space) * 0.5);
    padding-inline: calc(var(--_space) * 0.75);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
  }

  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin-block-start: 0.125rem;
    accent-color: var(--_accent);
  }

  @media (forced-colors: active) {
    .placeholder {
      border: 1px solid;
    }
  }
`;
