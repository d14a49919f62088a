// For React 19 without the components of `keyslot/react`: the elements as they are.
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {KeyslotElements, KeyslotEvents, KeyslotProperties} from './elements.d.ts';

type Listeners<Events> = {
  [Name in keyof Events as `on${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};

type ReactProperties = {
  [Tag in keyof KeyslotElements]: DetailedHTMLProps<
    HTMLAttributes<KeyslotElements[Tag]>,
    KeyslotElements[Tag]
  > &
    KeyslotProperties<Tag> &
    Listeners<KeyslotEvents[Tag]>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactProperties {}
  }
}
