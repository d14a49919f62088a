/**
 * Everything the policy stopped, from before the first story is loaded. The browser reports in a
 * later task: wait a moment before reading.
 */
window.violations = [];
addEventListener('securitypolicyviolation', (event) => {
  const {violatedDirective, blockedURI, sample, sourceFile, lineNumber} = event;
  window.violations.push({violatedDirective, blockedURI, sample, sourceFile, lineNumber});
});

/** Settles when `stories` and `mount` are there. */
window.ready = (async () => {
  // Dynamic, so that the listener above is there first.
  const {files, render} = await import('/strict/stories.js');
  window.stories = files.flatMap(storiesOf);
  window.mount = (story, container) => render(story.render(), container);
})();

function storiesOf({file, exports: {default: meta, ...named}}) {
  const title = meta.title ?? file.replace(/^stories\/|\.stories\.ts$/g, '');
  return Object.entries(named)
    .filter(([, story]) => typeof story === 'object')
    .map(([key, story]) => {
      const words = key.replace(/([a-z\d])([A-Z])/g, '$1 $2');
      return {
        id: `${slug(title)}--${slug(words)}`,
        title,
        name: story.name ?? words,
        render: () => renderStory(meta, story),
      };
    });
}

function renderStory(meta, story) {
  const args = {...meta.args, ...story.args};
  const context = {args, globals: {}, parameters: {...meta.parameters, ...story.parameters}};
  const render = story.render ?? meta.render;
  // Storybook wraps from the inside out: the story's decorators, then those of its file.
  return [...(story.decorators ?? []), ...(meta.decorators ?? [])].reduce(
    (inner, decorator) => () => decorator(inner, context),
    () => (render ? render(args, context) : elementOf(meta.component, args)),
  )();
}

/** What Storybook renders when there is no render function. */
const elementOf = (tag, args) => Object.assign(document.createElement(tag), args);

const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
