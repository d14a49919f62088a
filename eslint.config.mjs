import js from '@eslint/js';
import {createTypeScriptImportResolver} from 'eslint-import-resolver-typescript';
import {importX} from 'eslint-plugin-import-x';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig, globalIgnores} from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** From the innermost outwards: a layer may import itself and the layers before it. */
const layers = [
  'model',
  'kinds',
  'request',
  'oauth',
  'messages',
  'locales',
  'controllers',
  'elements',
  'define',
  'testing',
];
const headless = ['model', 'kinds', 'request', 'oauth'];

const zones = [
  ...layers.map((layer, index) => ({
    target: `./src/${layer}`,
    from: layers.slice(index + 1).map((outer) => `./src/${outer}`),
    message: `"${layer}" is an inner layer; it must not know an outer one.`,
  })),
  {
    target: './src/oauth',
    from: './src/request',
    message: '"request" and "oauth" must not know each other.',
  },
  {
    target: './src/testing',
    from: './src/define',
    message: '"testing" registers nothing; the page that is tested does.',
  },
  {
    target: './src/messages',
    from: ['./src/request', './src/oauth'],
    message: '"messages" turns codes into words; it knows the model only.',
  },
  {
    target: layers.map((layer) => `./src/${layer}`),
    // The entry files, and folders that are in no layer.
    from: ['./src/!(version).ts', `./src/!(${layers.join('|')})/**/*`],
    message: 'Layers import layers. A new folder must be given a place in `layers`.',
  },
].filter(({from}) => from.length > 0);

export default defineConfig([
  globalIgnores([
    'callback/keyslot-callback.js',
    'cdn',
    'coverage',
    'mutation',
    '**/dist',
    '**/.angular',
    'examples/*/public/callback',
    'screenshots',
    'storybook-static',
  ]),
  js.configs.recommended,
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {globals: globals.node},
  },
  {
    files: [
      'bench/{cases,page}/*.js',
      'demo/**/*.js',
      'test/oauth-windows/*.js',
      'test/support/{hostile,strict}-page.js',
    ],
    languageOptions: {globals: globals.browser},
  },
  {
    files: ['examples/html/*.js', 'test/hosts/*.js'],
    languageOptions: {globals: globals.browser},
  },
  {
    // Functions given to the browser by `page.evaluate`.
    files: ['scripts/{stories,test-visual}.mjs'],
    languageOptions: {globals: {...globals.browser, ...globals.node}},
  },
  {
    // The same, and plans for the host's page.
    files: ['test/{hosts,oauth-windows}/*.mjs', 'test/node/password-manager.test.mjs'],
    languageOptions: {globals: {...globals.browser, ...globals.node}},
  },
  {
    // What their types come from is installed where they are built, which checks them.
    files: ['{examples,typings}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      // What adds our elements to those of a framework.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        {allowInterfaces: 'with-single-extends'},
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['{examples,typings}/**'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      // What a kind without settings has.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // A union in place of two overloads defeats the inference of promises.
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true}}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // Lit calls a template's handlers with their element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [wc['flat/best-practice']],
    plugins: {'import-x': importX},
    settings: {
      wc: {elementBaseClasses: ['LitElement']},
      'import-x/parsers': {'@typescript-eslint/parser': ['.ts']},
      'import-x/resolver-next': [createTypeScriptImportResolver({project: 'tsconfig.json'})],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-extraneous-dependencies': ['error', {devDependencies: false}],
      'import-x/no-restricted-paths': ['error', {basePath: import.meta.dirname, zones}],
      'no-console': ['error', {allow: ['warn']}],
      // Classes and tags are registered apart, in src/define.
      'wc/define-tag-after-class-definition': 'off',
      'wc/tag-name-matches-class': 'off',
    },
  },
  {
    files: headless.map((layer) => `src/${layer}/**/*.ts`),
    // The empty object takes the exception above back; a bare 'error' would keep it.
    rules: {'no-console': ['error', {}]},
  },
  {
    files: ['src/messages/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/kinds/',
              allowTypeImports: true,
              message: '"messages" may know the types of "kinds" only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    extends: [lit['flat/recommended']],
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    plugins: {'lit-a11y': litA11y},
    rules: litA11y.configs.recommended.rules,
  },
  storybook.configs['flat/recommended'],
  {
    files: ['stories/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // chai-a11y-axe makes every assertion a thenable; chai's properties are expressions.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
]);
