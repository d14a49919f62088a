// For Svelte 5, which listens by attributes that begin with `on`.
import type {HTMLAttributes} from 'svelte/elements';
import type {KeyslotElements, KeyslotEvents, KeyslotProperties} from './elements.d.ts';

type Listeners<Events> = {
  [Name in keyof Events as `on${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};

type SvelteProperties = {
  [Tag in keyof KeyslotElements]: HTMLAttributes<KeyslotElements[Tag]> &
    KeyslotProperties<Tag> &
    Listeners<KeyslotEvents[Tag]>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteProperties {}
}
