import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // The callback page of the stories' sign-ins.
  staticDirs: [{from: '../callback', to: '/callback'}],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {name: '@storybook/web-components-vite', options: {}},
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: (vite) => ({
    ...vite,
    // Storybook's own chunks (axe, the docs renderer) are above Vite's default.
    build: {...vite.build, chunkSizeWarningLimit: 2000},
  }),
};
export default config;
