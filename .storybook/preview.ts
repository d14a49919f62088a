import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with {type: 'json'};

setCustomElementsManifest(manifest);

// Read by the story tests: Storybook itself notices uncaught errors only during a play function.
const uncaughtErrors: string[] = [];
addEventListener('error', ({message}) => uncaughtErrors.push(message));
addEventListener('unhandledrejection', ({reason}) => uncaughtErrors.push(String(reason)));
Object.assign(window, {uncaughtErrors});

/** The toolbar acts on the document, as a host page would. */
const applyToolbar: Decorator = (story, {globals}) => {
  const {documentElement} = document;
  const {style} = documentElement;
  style.colorScheme = globals['theme'] === 'auto' ? 'light dark' : String(globals['theme']);
  style.setProperty('--keyslot-density', globals['density'] === 'compact' ? '0.75' : '1');
  documentElement.dir = String(globals['direction']);
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [applyToolbar],
  initialGlobals: {theme: 'light', direction: 'ltr', density: 'comfortable'},
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
          {value: 'auto', title: 'As the system'},
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
      },
    },
    density: {
      description: 'Density',
      toolbar: {
        icon: 'component',
        dynamicTitle: true,
        items: [
          {value: 'comfortable', title: 'Comfortable'},
          {value: 'compact', title: 'Compact'},
        ],
      },
    },
  },
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    options: {
      storySort: {
        method: 'alphabetical',
        order: ['Introduction', 'Playground', '*', 'Recipes'],
      },
    },
  },
};
export default preview;
