import {css} from 'lit';

export const credentialFormStyles = css`
  form,
  .fields {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }

  .field {
    display: grid;
    gap: calc(var(--_space) * 0.375);
  }

  .label {
    font-weight: var(--_strong);
  }

  .optional,
  .help {
    color: var(--_muted);
  }

  .optional {
    font-weight: 400;
  }

  .help {
    font-size: var(--_small);
  }

  .help-line {
    display: block;
  }

  .help a {
    display: inline-block;
    min-block-size: 1.5rem;
  }

  .help:has(+ [part='editor']) {
    margin-block-end: var(--_space);
  }

  .group {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  .group-legend {
    float: inline-start;
    padding: 0;
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: var(--_strong);
    margin-block-end: calc(var(--_space) * -0.5);
  }

  .field.boolean {
    grid-template-columns: auto 1fr;
    column-gap: calc(var(--_space) * 0.5);
    align-items: start;
  }

  .field.boolean :is(.help, .error) {
    grid-column: 2;
  }

  .control {
    display: flex;
    flex-wrap: wrap;
  }

  /* What has no room beside the input takes the whole next line. */
  .control > [part~='input'] {
    flex: 999 1 8em;
  }

  /* What stands around a value belongs to it: https:// comes first in every language. */
  .control:has(> .adornment) {
    direction: ltr;
  }

  .control:has(> .adornment, > .reveal) {
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
    overflow: clip;

    > [part~='input'] {
      border: 0;
      background: transparent;
      box-shadow: none;
      outline: none;
    }

    &:has(> :focus-visible[part~='input']) {
      outline: var(--_focus);
      outline-offset: 2px;
    }

    &:has(> [readonly]) {
      background: var(--_surface);
    }
  }

  .adornment {
    display: flex;
    flex-grow: 1;
    align-items: center;
    padding: calc(var(--_space) * 0.25) calc(var(--_space) * 0.75);
    background: var(--_surface);
    color: var(--_muted);
    font-size: var(--_small);
  }

  .reveal {
    min-inline-size: 4em;
    padding-inline: calc(var(--_space) * 0.75);
    border: 0;
    background: transparent;
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
  }

  .reveal:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius);
  }

  /* Keys, addresses and codes read from left to right in every language. */
  :is([data-key]):not(select, [type='checkbox']) {
    direction: ltr;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  textarea {
    display: block;
    resize: vertical;
    font-family: var(--keyslot-font-family-code, ui-monospace, monospace);
    font-size: var(--_small);
  }

  /* Safari of iOS zooms in on what has focus where its text is smaller. */
  @media (pointer: coarse) {
    textarea {
      font-size: max(16px, var(--_small));
    }
  }

  textarea[data-rr-is-password]:not(:focus) {
    -webkit-text-security: disc;
  }

  [readonly] {
    background: var(--_surface);
  }

  .advanced > summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
  }

  .advanced[open] > summary {
    margin-block-end: var(--_space);
  }

  .actions {
    container-type: inline-size;
    contain-intrinsic-inline-size: 17.5rem;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75);
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .actions button {
    min-block-size: var(--_size);
    padding-inline: calc(var(--_space) * 1.25);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }

  @container (inline-size < 20rem) {
    .actions button {
      inline-size: 100%;
    }
  }

  .actions .submit {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);

    &:hover {
      filter: brightness(1.08);
    }

    &:is(:disabled, [aria-disabled='true']) {
      opacity: 0.65;
      cursor: default;
      filter: none;
    }
  }
`;
