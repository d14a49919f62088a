import {css} from 'lit';

export const bootstrap = css`
  .theme-bootstrap {
    --keyslot-color-text: light-dark(#212529, #dee2e6);
    --keyslot-color-muted: light-dark(#595c5f, #a7acb1);
    --keyslot-color-border: light-dark(#dee2e6, #495057);
    /* The border of Bootstrap’s own inputs has a contrast of less than 3 to 1. */
    --keyslot-color-control-border: light-dark(#8a9299, #6c757d);
    --keyslot-color-surface: light-dark(#e9ecef, #343a40);
    --keyslot-color-field: light-dark(#fff, #212529);
    --keyslot-color-accent: light-dark(#0d6efd, #6ea8fe);
    /* The darker red and green, which can be read on the ground of an alert as well. */
    --keyslot-color-danger: light-dark(#b02a37, #ea868f);
    --keyslot-color-success: light-dark(#146c43, #75b798);
    --keyslot-color-focus: light-dark(#4891fe, #3d8bfd);
    --keyslot-control-size: 2.375rem;
    --keyslot-focus-width: 0.25rem;
    --keyslot-font-size-title: 1.5rem;
    --keyslot-font-weight-strong: 500;
    --keyslot-radius: 0.375rem;
    background: light-dark(#fff, #212529);
    font:
      1rem/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      'Liberation Sans',
      sans-serif;
  }

  .theme-bootstrap keyslot-connect::part(input),
  .theme-bootstrap keyslot-connect::part(control),
  .theme-bootstrap keyslot-connect::part(submit) {
    outline-offset: 1px;
  }

  .theme-bootstrap keyslot-connect::part(input) {
    padding-block: 0.375rem;
  }

  .theme-bootstrap keyslot-connect::part(prefix),
  .theme-bootstrap keyslot-connect::part(suffix) {
    padding-block: 0.375rem;
    color: inherit;
    font-size: 1rem;
  }

  .theme-bootstrap keyslot-connect::part(reveal) {
    border-inline-start: 1px solid var(--keyslot-color-control-border);
    color: var(--keyslot-color-muted);
    font-weight: 400;
  }

  .theme-bootstrap keyslot-connect::part(checkbox) {
    margin-block-start: 0.125rem;
  }

  .theme-bootstrap keyslot-connect::part(field) {
    row-gap: 0.375rem;
  }

  /* Not the help: a link in it comes before the input when the keyboard moves on. */
  .theme-bootstrap keyslot-connect::part(error) {
    order: 1;
    font-size: 0.875rem;
    font-weight: 400;
  }

  .theme-bootstrap keyslot-connect::part(badge) {
    display: inline-block;
    padding: 0.25em 0.6em;
    border-color: transparent;
    border-radius: var(--keyslot-radius);
    background: #6c757d;
    color: #fff;
    font-weight: 700;
    line-height: 1;
  }

  .theme-bootstrap keyslot-connect::part(recommended) {
    background: #198754;
  }

  .theme-bootstrap keyslot-connect::part(deprecated) {
    background: #ffc107;
    color: #000;
  }

  .theme-bootstrap keyslot-connect::part(button) {
    padding-inline: 0.75rem;
    font-weight: 400;
  }

  .theme-bootstrap keyslot-connect::part(submit) {
    background: #0d6efd;
    color: #fff;
  }

  .theme-bootstrap keyslot-connect::part(submit):hover {
    background: #0b5ed7;
    filter: none;
  }

  .theme-bootstrap keyslot-connect::part(summary) {
    margin-block-end: 0.5rem;
    border: 1px solid light-dark(#f1aeb5, #842029);
    background: light-dark(#f8d7da, #2c0b0e);
    color: light-dark(#58151c, #ea868f);
  }

  .theme-bootstrap keyslot-connect::part(success) {
    border: 1px solid light-dark(#a3cfbb, #0f5132);
    background: light-dark(#d1e7dd, #051b11);
    color: light-dark(#0a3622, #75b798);
  }
`;
