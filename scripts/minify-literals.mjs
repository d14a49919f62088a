import {transformSync} from 'esbuild';
import ts from 'typescript';

/** The modules that have templates or style sheets. */
export const hasLiterals = /\/elements\/.*\.[jt]s$/;

/**
 * Style sheets and templates are text to what minifies scripts: takes the comments and spaces out of
 * the former, and makes one space of many in the latter, where HTML sees no difference. What follows
 * stays on its line, as source maps have it.
 */
export const minifyLiterals = (code) => minifyTemplates(minifyStyles(code));

const minifyStyles = (code) =>
  code.replace(/\bcss`([^`$]*)`/g, (literal, styles) => {
    const {code: minified} = transformSync(styles, {loader: 'css', minify: true, target: 'es2022'});
    return `css\`${minified.trim().replaceAll('\\', '\\\\')}\`${lineBreaksOf(literal)}`;
  });

function minifyTemplates(code) {
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ES2022);
  const texts = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'html') {
      const {template} = node;
      if (ts.isTemplateExpression(template)) {
        texts.push(template.head, ...template.templateSpans.map(({literal}) => literal));
      } else texts.push(template);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let minified = code;
  // From the end, so that what comes before keeps its place.
  for (const node of texts.sort((a, b) => b.pos - a.pos)) {
    const [start, end] = [node.getStart(source), node.getEnd()];
    const text = code.slice(start, end);
    const short = text.replace(/\s+/g, ' ') + lineBreaksOf(text);
    minified = minified.slice(0, start) + short + minified.slice(end);
  }
  return minified;
}

const lineBreaksOf = (text) => '\n'.repeat(text.split('\n').length - 1);
