import {css} from 'lit';

/** Where the elements of a theme stand in the stories: side by side or, where it is narrow, stacked. */
export const layout = css`
  .theme {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: 3rem 2.5rem;
    align-items: start;
    padding: clamp(1rem, 4vw, 2.5rem);
  }

  .theme-side {
    display: grid;
    gap: 3rem;
  }
`;
