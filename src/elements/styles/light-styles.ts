/**
 * The style sheets of a shadow root for a form outside of it: they reach nothing but what is in the
 * child of a name. What they say of the host matches nothing there; it is inherited.
 *
 * Three times the name outweighs the classes that a page styles, which may be called as ours are; an
 * id in a rule of the page outweighs it in turn.
 */
export function lightStyles(sheets: readonly CSSStyleSheet[], name: string): string {
  const rules = sheets.flatMap(({cssRules}) => [...cssRules]);
  // No style rule can hold these.
  const isGlobal = (rule: CSSRule) => rule instanceof CSSKeyframesRule;
  const textOf = (some: readonly CSSRule[]) => some.map(({cssText}) => cssText).join('\n');
  return `
    ${textOf(rules.filter(isGlobal))}
    ${`[data-keyslot-form='${name}']`.repeat(3)} {
      display: contents;
      ${UNSTYLED}
      ${textOf(rules.filter((rule) => !isGlobal(rule)))}
    }`;
}

/** What a page says of inputs and labels everywhere is meant for its own. An editor is of itself. */
const UNSTYLED = `
  :where(:not([part='editor'] *)),
  :where(:not([part='editor'] *))::before,
  :where(:not([part='editor'] *))::after {
    all: revert;
  }
`;
