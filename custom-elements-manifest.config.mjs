/** The manifest names the published modules, not the sources. */
const publishedPaths = () => ({
  name: 'published-paths',
  packageLinkPhase({customElementsManifest}) {
    const rename = (node) => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') {
          node[key] = value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
        } else {
          rename(value);
        }
      }
    };
    rename(customElementsManifest.modules);
  },
});

/** What is passed to `dispatchEvent(new SomeEvent(…))` is taken for a name beside the documented ones. */
const documentedEventsOnly = () => ({
  name: 'documented-events-only',
  packageLinkPhase({customElementsManifest}) {
    for (const declaration of declarationsOf(customElementsManifest)) {
      declaration.events = declaration.events?.filter(({name}) => name?.startsWith('keyslot-'));
    }
  },
});

/** Consumers read the manifest; only what they may use belongs in it. */
const publicMembersOnly = () => ({
  name: 'public-members-only',
  packageLinkPhase({customElementsManifest}) {
    for (const declaration of declarationsOf(customElementsManifest)) {
      declaration.members = declaration.members?.filter(
        (member) => !member.privacy?.match(/private|protected/) && !member.name.startsWith('#'),
      );
    }
  },
});

/** What elements have in common is no element: it has no tag. */
const elementsHaveTags = () => ({
  name: 'elements-have-tags',
  packageLinkPhase({customElementsManifest}) {
    for (const declaration of declarationsOf(customElementsManifest)) {
      if (!declaration.tagName) delete declaration.customElement;
    }
  },
});

/** The dialog has no base class of ours, but the same custom properties: what it shows inherits them. */
const sharedCustomProperties = () => ({
  name: 'shared-custom-properties',
  packageLinkPhase({customElementsManifest}) {
    const declarations = declarationsOf(customElementsManifest);
    const {cssProperties: shared} = declarations.find(({name}) => name === 'ConnectorElement');
    for (const declaration of declarations.filter(({tagName}) => tagName)) {
      const own = declaration.cssProperties ?? [];
      const isMissing = ({name}) => !own.some((property) => property.name === name);
      declaration.cssProperties = [...own, ...shared.filter(isMissing)];
    }
  },
});

/** Files are read in whatever order they come. */
const modulesInOrder = () => ({
  name: 'modules-in-order',
  packageLinkPhase({customElementsManifest: {modules}}) {
    modules.sort(({path: first}, {path: second}) => (first < second ? -1 : 1));
  },
});

const declarationsOf = (manifest) =>
  manifest.modules.flatMap(({declarations = []}) => declarations);

export default {
  globs: ['src/elements/**/*.ts', 'src/define/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    publishedPaths(),
    documentedEventsOnly(),
    publicMembersOnly(),
    elementsHaveTags(),
    sharedCustomProperties(),
    modulesInOrder(),
  ],
};
