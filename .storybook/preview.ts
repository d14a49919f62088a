import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import {configure} from 'storybook/test';
import manifest from '../custom-elements.json' with {type: 'json'};
import {readArgTypes} from './arg-types.js';

setCustomElementsManifest(manifest);

// Read by the story tests: Storybook itself notices uncaught errors only during a play function.
const uncaughtErrors: string[] = [];
addEventListener('error', ({message}) => uncaughtErrors.push(message));
addEventListener('unhandledrejection', ({reason}) => uncaughtErrors.push(String(reason)));
Object.assign(window, {uncaughtErrors});

configure({
  // On a busy machine, what checks a form may take a moment to load.
  asyncUtilTimeout: 4000,
  // The default prints the queried root, and throws on a shadow root in the middle of `waitFor`.
  getElementError: (message) => new Error(message ?? 'nothing was found'),
});

/**
 * The toolbar acts on the document, as a host page would; on a docs page, which shows many stories,
 * on each one's own frame.
 */
const applyToolbar: Decorator = (story, {globals, viewMode, canvasElement}) => {
  const frame = viewMode === 'docs' ? canvasElement.closest<HTMLElement>('.docs-story') : undefined;
  const target = frame ?? document.documentElement;
  const {style} = target;
  style.colorScheme = globals['theme'] === 'auto' ? 'light dark' : String(globals['theme']);
  style.setProperty('--keyslot-density', globals['density'] === 'compact' ? '0.75' : '1');
  target.dir = String(globals['direction']);
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
    docs: {
      extractArgTypes: (tag: string) => readArgTypes(manifest, tag),
      toc: {headingSelector: 'h2, h3'},
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Guides',
          [
            'Frameworks',
            'Definitions',
            'Events',
            'Sign-in window',
            'Theming',
            'Extending',
            'Testing',
            'Security',
            'Accessibility',
          ],
          'keyslot-connect',
          'Fields',
          'Choices, files and pairs',
          'keyslot-method-picker',
          'keyslot-credential-form',
          'keyslot-dialog',
          'Sign-in window',
          'Connectors',
          'Recipes',
        ],
      },
    },
  },
};
export default preview;
