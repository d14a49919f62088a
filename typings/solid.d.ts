// For Solid, which sets properties by `prop:` and listens by `on:`.
import type {JSX} from 'solid-js';
import type {KeyslotElements, KeyslotEvents, KeyslotProperties} from './elements.d.ts';

type Properties<Given> = {
  [Name in keyof Given as Name | `prop:${Name & string}`]?: Given[Name];
};

type Listeners<Events> = {
  [Name in keyof Events as `on:${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};

type SolidProperties = {
  [Tag in keyof KeyslotElements]: JSX.HTMLAttributes<KeyslotElements[Tag]> &
    Properties<KeyslotProperties<Tag>> &
    Listeners<KeyslotEvents[Tag]>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SolidProperties {}
  }
}
