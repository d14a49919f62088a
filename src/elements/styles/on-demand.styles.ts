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

  .choices {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    inline-size: 100%;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 0.5);
    min-block-size: 1.5rem;
  }

  .choice .help {
    display: block;
  }
`;
