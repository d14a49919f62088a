import {expect} from '@open-wc/testing';
import type {Recorder} from './recorder.js';

export interface CanaryScan {
  /** What was typed and must not be found. */
  readonly secrets: readonly string[];
  /** The elements that were used, also those that are no longer on the page. */
  readonly elements: readonly Element[];
  /** The events and errors that left them. */
  readonly events: readonly unknown[];
  /** What was written to the console meanwhile. */
  readonly console?: readonly unknown[];
}

/** Expects that no secret can be found anywhere but in the inputs that hold it. */
export function canaryScan(scan: CanaryScan): void {
  expect(findCanaries(scan), 'places where a secret was found').to.deep.equal([]);
}

/** The same for everything that was recorded. */
export function canaryScanOf(
  recorder: Recorder,
  secrets: readonly string[],
  ...elements: readonly Element[]
): void {
  const {events, errors} = recorder;
  canaryScan({secrets, elements, events: [...events, ...errors], console: recorder.console});
}

/** The places in which a secret was found. */
export function findCanaries({secrets, elements, events, console = []}: CanaryScan): string[] {
  const places: [name: string, text: string][] = [
    ...[document.documentElement, ...elements].flatMap(markupOf),
    ['the address', location.href],
    ['the state of the history', serialize(history.state)],
    ['the local storage', serialize(Object.entries(localStorage))],
    ['the session storage', serialize(Object.entries(sessionStorage))],
    ['the cookies', document.cookie],
    ['a request', performance.getEntries().map(serialize).join('\n')],
    ['the console', console.map(textsOf).join('\n')],
    ...events.map((event): [string, string] => [`an event or error`, textsOf(event)]),
  ];
  const forms = secrets.flatMap(formsOf);
  return [
    ...new Set(
      places.filter(([, text]) => forms.some((form) => text.includes(form))).map(([name]) => name),
    ),
  ];
}

/** A secret in the encodings in which it might turn up. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, encodeURIComponent(secret), btoa(secret), json])];
}

/** The attributes, the markup and what is enumerable of an element and of every root inside it. */
function markupOf(top: Element): [string, string][] {
  return [top, ...descendantsOf(top)].flatMap((element): [string, string][] => {
    const tag = element.localName;
    const {shadowRoot} = element;
    return [
      ...[...element.attributes].map(({name, value}): [string, string] => [
        `the attribute ${name} of <${tag}>`,
        value,
      ]),
      ...(element === top ? [['the markup', element.outerHTML] as [string, string]] : []),
      ...(shadowRoot
        ? [
            [`the root of <${tag}>`, shadowRoot.innerHTML] as [string, string],
            [`the serialised root of <${tag}>`, htmlOf(element)] as [string, string],
          ]
        : []),
      ...(tag.includes('-')
        ? [[`the properties of <${tag}>`, serialize(element)] as [string, string]]
        : []),
    ];
  });
}

const descendantsOf = (root: ParentNode): Element[] =>
  [
    ...root.children,
    ...(root instanceof Element && root.shadowRoot ? root.shadowRoot.children : []),
  ].flatMap((child) => [child, ...descendantsOf(child)]);

function htmlOf(element: Element): string {
  const {getHTML} = element as {getHTML?: (options: object) => string};
  const {shadowRoot} = element;
  return (
    getHTML?.call(element, {serializableShadowRoots: true, shadowRoots: [shadowRoot]}) ??
    element.innerHTML
  );
}

/** All that a log or an error report would make of a value. */
function textsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsOf).join('\n');
  const texts = [String(value), serialize(value)];
  if (value instanceof Error) texts.push(value.stack ?? '', textsOf(value.cause));
  if (value instanceof Event) texts.push(serialize(Object.entries(value)));
  try {
    texts.push(serialize(structuredClone(value)));
  } catch {
    // It cannot be cloned, so nothing leaks that way.
  }
  return texts.join('\n');
}

/** JSON, as far as there is any: what refers to itself or to the page is left out. */
function serialize(value: unknown): string {
  const seen = new WeakSet();
  const subject = value instanceof Element ? propertiesOf(value) : value;
  try {
    const text = JSON.stringify(subject, (_name, part: unknown) => {
      if (typeof part !== 'object' || part === null) return part;
      if (seen.has(part) || part instanceof Node || part instanceof Window) return undefined;
      seen.add(part);
      return part;
    }) as string | undefined;
    return text ?? '';
  } catch {
    return '';
  }
}

/** What an element shows of itself, without the machinery of Lit: what it last rendered. */
const propertiesOf = (element: Element) =>
  Object.entries(element).filter(([name]) => !/^(_\$|__childPart$|renderOptions$)/.test(name));
