import {css} from 'lit';

export const material = css`
  .theme-material {
    --keyslot-color-text: light-dark(#1d1b20, #e6e0e9);
    --keyslot-color-muted: light-dark(#49454f, #cac4d0);
    --keyslot-color-border: light-dark(#cac4d0, #49454f);
    --keyslot-color-control-border: light-dark(#79747e, #938f99);
    --keyslot-color-surface: light-dark(#ece6f0, #2b2930);
    --keyslot-color-field: light-dark(#fef7ff, #141218);
    --keyslot-color-accent: light-dark(#6750a4, #d0bcff);
    --keyslot-color-on-accent: light-dark(#fff, #381e72);
    --keyslot-color-danger: light-dark(#b3261e, #f2b8b5);
    --keyslot-color-success: light-dark(#386a20, #9cd67d);
    --keyslot-control-size: 3.5rem;
    --keyslot-font-size-title: 1.5rem;
    --keyslot-font-weight-strong: 500;
    --keyslot-radius: 0.25rem;
    background: light-dark(#fef7ff, #141218);
    font:
      1rem/1.5 Roboto,
      system-ui,
      sans-serif;
  }

  .theme-material keyslot-connect::part(title) {
    font-weight: 400;
  }

  .theme-material keyslot-connect::part(logo) {
    border-radius: 50%;
    background: light-dark(#eaddff, #4f378b);
    color: light-dark(#21005d, #eaddff);
  }

  .theme-material keyslot-connect::part(method) {
    padding: 1rem;
    border-radius: 0.75rem;
  }

  .theme-material keyslot-connect::part(badge) {
    border-color: transparent;
    border-radius: 0.5rem;
    background: light-dark(#e8def8, #4a4458);
    color: inherit;
  }

  .theme-material keyslot-connect::part(recommended) {
    background: light-dark(#ffd8e4, #633b48);
  }

  .theme-material keyslot-connect::part(label) {
    font-size: 0.875rem;
  }

  .theme-material keyslot-connect::part(field) {
    row-gap: 0.375rem;
  }

  /* Not the help: a link in it comes before the input when the keyboard moves on. */
  .theme-material keyslot-connect::part(error) {
    order: 1;
    font-size: 0.875rem;
    font-weight: 400;
  }

  .theme-material keyslot-connect::part(input),
  .theme-material keyslot-connect::part(control) {
    outline-offset: -2px;
  }

  /* Where the border says that something is wrong, the focus ring does not cover it. */
  .theme-material keyslot-connect:state(invalid)::part(input),
  .theme-material keyslot-connect:state(invalid)::part(control) {
    outline-offset: 2px;
  }

  .theme-material keyslot-connect::part(prefix),
  .theme-material keyslot-connect::part(suffix) {
    padding-block: 0.5rem;
    background: transparent;
    font-size: 1rem;
  }

  .theme-material keyslot-connect::part(prefix) {
    padding-inline-end: 0;
  }

  .theme-material keyslot-connect::part(reveal) {
    font-size: 0.875rem;
  }

  .theme-material keyslot-connect::part(button) {
    min-block-size: 2.5rem;
    padding-inline: 1.5rem;
    border-radius: 100vmax;
    font-size: 0.875rem;
  }

  .theme-material keyslot-connect::part(test),
  .theme-material keyslot-connect::part(cancel),
  .theme-material keyslot-connect::part(edit) {
    color: var(--keyslot-color-accent);
  }

  .theme-material keyslot-connect:state(pending)::part(submit) {
    background: color-mix(in srgb, var(--keyslot-color-text) 12%, transparent);
    color: var(--keyslot-color-muted);
    opacity: 1;
  }

  /* A border that cannot be seen is drawn all the same where colours are forced. */
  .theme-material keyslot-connect::part(summary),
  .theme-material keyslot-connect::part(success) {
    border: 1px solid transparent;
    border-radius: 0.75rem;
  }

  .theme-material keyslot-connect::part(summary) {
    margin-block-end: 0.5rem;
    background: light-dark(#f9dedc, #601410);
    color: light-dark(#410e0b, #f9dedc);
  }

  .theme-material keyslot-connect::part(success) {
    background: light-dark(#dcefd0, #24331b);
  }
`;
