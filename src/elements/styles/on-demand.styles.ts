import {css} from 'lit';

/** What few forms have. */
export const onDemandStyles = css`
  .notes {
    display: grid;
    gap: var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .note {
    display: grid;
    gap: calc(var(--_space) * 0.25);
  }

  .note input {
    direction: ltr;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .heading {
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: var(--_strong);
  }

  :is(.choices, .choice-list, .choice-group, .choice-filter) {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    inline-size: 100%;
  }

  .choice-filter {
    gap: calc(var(--_space) * 0.25);
  }

  .choice-group:not(:first-child) {
    margin-block-start: calc(var(--_space) * 0.25);
  }

  .choice-list.long {
    max-block-size: 20rem;
    padding: calc(var(--_space) * 0.75);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: auto;
  }

  .choice-list.long:empty {
    display: none;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 0.5);
    min-block-size: 1.5rem;
  }

  .choice input {
    margin-block-start: 0.125rem;
  }

  .choice [aria-invalid='true'] {
    box-shadow: none;
  }

  :is(.choice, .option) .help {
    display: block;
  }

  /* The list lies over what comes below, so nothing may clip it. */
  .control:has(> [role='combobox']) {
    position: relative;
    overflow: visible;
  }

  .control:has(> [role='combobox']) > .adornment:first-child {
    border-start-start-radius: inherit;
    border-end-start-radius: inherit;
  }

  .control:has(> [role='combobox']) > .adornment:last-child {
    border-start-end-radius: inherit;
    border-end-end-radius: inherit;
  }

  .control > [role='combobox'] {
    direction: inherit;
    padding-inline-end: 2.25rem;
    text-overflow: ellipsis;
  }

  .arrow {
    position: relative;
    flex: none;
    align-self: center;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-inline: -1.5rem 1rem;
    border: solid;
    border-width: 0 2px 2px 0;
    color: var(--_muted);
    transform: translateY(-25%) rotate(45deg);
    pointer-events: none;
  }

  .popup {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline: 0;
    max-block-size: 18rem;
    padding: calc(var(--_space) * 0.25);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.2);
    overflow: auto;
    overscroll-behavior: contain;
  }

  /* What stands around a value turned the control to the left. */
  :is(.popup, .choices, .drop, .pairs):dir(rtl) {
    direction: rtl;
  }

  .popup :is(.heading, .option, .remark) {
    padding-block: calc(var(--_space) * 0.375);
    padding-inline: calc(var(--_space) * 0.5);
  }

  .option {
    display: block;
    inline-size: 100%;
    min-block-size: 1.5rem;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }

  .option:hover {
    background: var(--_surface);
  }

  .option.active {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    outline: var(--_focus);
    outline-offset: -2px;
  }

  .option[aria-selected='true'] {
    font-weight: var(--_strong);
  }

  .drop {
    position: relative;
    display: flex;
    flex: 1 1 12em;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 0.5);
    align-items: center;
    min-inline-size: 0;
    min-block-size: var(--_size);
    padding-block: calc(var(--_space) * 0.5);
    padding-inline: calc(var(--_space) * 0.75);
    border: 1px dashed var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
  }

  .drop.over {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .drop:has(:focus-visible) {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .drop:has([aria-invalid='true']),
  .control:has(> .reveal):has(> .drop [aria-invalid='true']) {
    border-color: var(--_danger);
  }

  .control:has(> .reveal):has(> .drop :focus-visible) {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .control:has(> .reveal) > .drop {
    border-color: transparent;
    outline: none;
  }

  .drop:has(.file-name) {
    border-style: solid;
  }

  .drop:has(:disabled) {
    background: var(--_surface);
  }

  /* Its own words are the browser's, and forget what was chosen. */
  [type='file'] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .file-action {
    color: var(--_accent);
    font-weight: 500;
  }

  .file-name {
    font-weight: 500;
  }

  .pairs {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    inline-size: 100%;
    container-type: inline-size;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: calc(var(--_space) * 0.25) calc(var(--_space) * 0.5);
    align-items: end;
  }

  .pair-part:nth-of-type(2) {
    grid-row: 2;
    grid-column: 1 / -1;
  }

  .pair:not(:has(> .pair-remove)) {
    grid-template-columns: 1fr;
  }

  .pair + .pair {
    margin-block-start: calc(var(--_space) * 0.25);
  }

  .pair > .pair-remove {
    min-block-size: var(--_size);
  }

  :is(.pair-actions, .stored-actions) {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75);
  }

  @container (min-inline-size: 26em) {
    .pair {
      grid-template-columns: 1fr 1fr auto;
    }

    .pair:not(:has(> .pair-remove)) {
      grid-template-columns: 1fr 1fr;
    }

    .pair + .pair {
      margin-block-start: 0;
    }

    .pair-part:nth-of-type(2) {
      grid-row: auto;
      grid-column: auto;
    }

    .pair + .pair .pair-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    .option.active {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
