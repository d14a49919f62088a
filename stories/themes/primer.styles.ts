import {css} from 'lit';

export const primer = css`
  .theme-primer {
    --keyslot-color-text: light-dark(#1f2328, #f0f6fc);
    --keyslot-color-muted: light-dark(#59636e, #9198a1);
    --keyslot-color-border: light-dark(#d1d9e0, #3d444d);
    /* The border of Primer’s own inputs has a contrast of less than 3 to 1. */
    --keyslot-color-control-border: light-dark(#818b98, #656c76);
    --keyslot-color-surface: light-dark(#f6f8fa, #151b23);
    --keyslot-color-field: light-dark(#fff, #0d1117);
    --keyslot-color-accent: light-dark(#0969da, #4493f8);
    --keyslot-color-danger: light-dark(#d1242f, #f85149);
    --keyslot-color-success: light-dark(#1a7f37, #3fb950);
    --keyslot-control-size: 2rem;
    --keyslot-font-size-small: 0.75rem;
    --keyslot-font-size-title: 1.25rem;
    --keyslot-radius: 0.375rem;
    background: light-dark(#fff, #0d1117);
    font:
      0.875rem/1.5 -apple-system,
      'Segoe UI',
      'Noto Sans',
      Helvetica,
      Arial,
      sans-serif;
  }

  .theme-primer keyslot-connect::part(header) {
    padding-block-end: 0.75rem;
    border-block-end: 1px solid var(--keyslot-color-border);
  }

  .theme-primer keyslot-connect::part(title) {
    font-weight: 400;
  }

  .theme-primer keyslot-connect::part(logo) {
    inline-size: 2rem;
    block-size: 2rem;
    border: 1px solid var(--keyslot-color-border);
    line-height: 1.875rem;
  }

  .theme-primer keyslot-connect::part(badge) {
    border-color: var(--keyslot-color-border);
    font-size: 0.75rem;
  }

  .theme-primer keyslot-connect::part(recommended) {
    border-color: currentColor;
  }

  .theme-primer keyslot-connect::part(deprecated) {
    border-color: currentColor;
    color: light-dark(#9a6700, #d29922);
  }

  .theme-primer keyslot-connect::part(field) {
    row-gap: 0.375rem;
  }

  /* Not the help: a link in it comes before the input when the keyboard moves on. */
  .theme-primer keyslot-connect::part(error) {
    order: 1;
    font-size: 0.75rem;
    font-weight: 600;
  }

  .theme-primer keyslot-connect::part(input) {
    padding-block: 0.25rem;
  }

  .theme-primer keyslot-connect::part(input),
  .theme-primer keyslot-connect::part(control) {
    outline-offset: -1px;
  }

  /* Where the border says that something is wrong, the focus ring does not cover it. */
  .theme-primer keyslot-connect:state(invalid)::part(input),
  .theme-primer keyslot-connect:state(invalid)::part(control) {
    outline-offset: 2px;
  }

  .theme-primer keyslot-connect::part(button) {
    padding-inline: 0.75rem;
    border-color: light-dark(#1f232826, #3d444d);
    background: light-dark(#f6f8fa, #212830);
    font-weight: 500;
  }

  .theme-primer keyslot-connect::part(submit) {
    background: light-dark(#1f883d, #238636);
    color: #fff;
  }

  .theme-primer keyslot-connect::part(submit):hover {
    background: light-dark(#1c8139, #29903b);
    filter: none;
  }

  .theme-primer keyslot-connect::part(submit):focus-visible {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 3px #fff;
  }

  .theme-primer keyslot-connect::part(summary) {
    margin-block-end: 0.5rem;
    border: 1px solid light-dark(#ff818266, #f8514966);
    background: light-dark(#ffebe9, #f851491a);
  }

  .theme-primer keyslot-connect::part(success) {
    border: 1px solid light-dark(#4ac26b66, #2ea04366);
    background: light-dark(#dafbe1, #2ea04326);
  }
`;
