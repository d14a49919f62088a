import {css} from 'lit';

export const compact = css`
  .theme-compact {
    --keyslot-density: 0.625;
    --keyslot-control-size: 2rem;
    --keyslot-font-size-small: 0.75rem;
    --keyslot-font-size-title: 1rem;
    --keyslot-radius: 0.25rem;
    --keyslot-width: 26rem;
    font:
      0.8125rem/1.5 system-ui,
      sans-serif;
  }

  .theme-compact keyslot-connect::part(logo) {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    line-height: 1.75rem;
  }

  .theme-compact keyslot-connect::part(field) {
    gap: 0.25rem 0.5rem;
  }

  .theme-compact keyslot-connect::part(suffix) {
    padding-block: 0.125rem;
  }

  .theme-compact keyslot-connect::part(input) {
    padding-block: 0.1875rem;
  }

  .theme-compact keyslot-connect::part(error) {
    font-size: 0.75rem;
  }

  .theme-compact keyslot-connect::part(summary) {
    margin-block-end: 0.25rem;
  }

  .theme-compact keyslot-connect::part(badge) {
    font-size: 0.6875rem;
  }
`;
