// For the templates of Vue 3.
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {KeyslotElements, KeyslotEvents, KeyslotProperties} from './elements.d.ts';

type Listeners<Events> = {[Name in keyof Events]: (event: Events[Name]) => void};

type VueElements = {
  [Tag in keyof KeyslotElements]: new () => KeyslotElements[Tag] & {
    /** What a template may set. */
    $props: HTMLAttributes & PublicProps & KeyslotProperties<Tag>;
    /** What a template may listen to. */
    $emit: EmitFn<Listeners<KeyslotEvents[Tag]>>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
