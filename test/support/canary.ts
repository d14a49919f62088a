import {expect} from '@open-wc/testing';
import {accessibleWords, givesTree} from './accessibility-tree.js';
import type {Recorder, SentRequest} from './recorder.js';
import {cachesOf, databasesOf} from './storage.js';

/** The window of a page: this one, or that of a frame of the same origin. */
export type View = Window & typeof globalThis;

export interface CanaryScan {
  /** What was typed and must not be found. */
  readonly secrets: readonly string[];
  /** The elements that were used, also those that are no longer on the page. */
  readonly elements: readonly Element[];
  /** The events and errors that left them. */
  readonly events: readonly unknown[];
  /** What was written to the console meanwhile. */
  readonly console?: readonly unknown[];
  /** What was asked for meanwhile, but for what the page itself sends. */
  readonly requests?: readonly SentRequest[];
  readonly view?: View;
}

/** What a page may do with what it was given. */
export interface SweepOptions {
  readonly elements?: readonly Element[];
  /** Where the page itself sends what it was given. */
  readonly backends?: readonly string[];
  readonly view?: View;
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
  canaryScan(scanOf(recorder, secrets, {elements}));
}

/** The same, and in what takes a moment to read: databases, caches, what assistive technology hears. */
export async function canarySweep(
  recorder: Recorder,
  secrets: readonly string[],
  options: SweepOptions = {},
): Promise<void> {
  const found = await findAllCanaries(scanOf(recorder, secrets, options));
  expect(found, 'places where a secret was found').to.deep.equal([]);
}

function scanOf(
  recorder: Recorder,
  secrets: readonly string[],
  {elements = [], backends = [], view}: SweepOptions,
): CanaryScan {
  const {events, errors, console, requests} = recorder;
  return {
    secrets,
    elements,
    events: [...events, ...errors],
    console,
    requests: requests.filter(({url}) => !backends.some((backend) => url.startsWith(backend))),
    ...(view && {view}),
  };
}

/** What the secret fields of an element hold, or those of all elements on a page. */
export const secretsIn = (root: Element): readonly string[] => [
  ...new Set(
    [root, ...descendantsOf(root)]
      .filter((element) => element.matches('[type="password"], [data-rr-is-password]'))
      .map((element) => (element as HTMLInputElement).value)
      .filter((value) => value !== ''),
  ),
];

type Place = readonly [name: string, text: string];

/** The places in which a secret was found. */
export const findCanaries = (scan: CanaryScan): string[] => foundIn(scan, placesOf(scan));

/** The places in which a secret was found, those included that take a moment to read. */
export async function findAllCanaries(scan: CanaryScan): Promise<string[]> {
  const {view = window} = scan;
  return foundIn(scan, [
    ...placesOf(scan),
    ['a database', await databasesOf(view)],
    ['a cache', await cachesOf(view)],
    ['the accessibility tree', givesTree ? await accessibleWords(view !== window) : ''],
  ]);
}

function foundIn({secrets}: CanaryScan, places: readonly Place[]): string[] {
  const forms = secrets.flatMap(formsOf);
  const found = places.filter(([, text]) => forms.some((form) => text.includes(form)));
  return [...new Set(found.map(([name]) => name))];
}

function placesOf({elements, events, console = [], requests = [], view = window}: CanaryScan) {
  const {document, location, history, localStorage, sessionStorage, performance} = view;
  const places: readonly Place[] = [
    ...[document.documentElement, ...elements].flatMap(markupOf),
    ['the address', location.href],
    ['the name of the window', view.name],
    ['the title', document.title],
    ['the state of the history', serialize(history.state)],
    ['the local storage', serialize(Object.entries(localStorage))],
    ['the session storage', serialize(Object.entries(sessionStorage))],
    ['the cookies', document.cookie],
    ['a performance entry', performance.getEntries().map(textOfEntry).join('\n')],
    ...requests.map(({url, content}): Place => ['a request', `${url}\n${content}`]),
    ['the console', console.map(textsOf).join('\n')],
    ...events.map((event): Place => ['an event or error', textsOf(event)]),
  ];
  return places;
}

const textOfEntry = (entry: PerformanceEntry): string =>
  `${serialize(entry)} ${serialize((entry as PerformanceMark).detail)}`;

/** A secret in the encodings in which it might turn up. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const text = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attribute = text.replaceAll('"', '&quot;');
  // Browsers have not always escaped the others.
  const oldAttribute = secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const form = new URLSearchParams({secret}).toString().slice('secret='.length);
  const addresses = [encodeURIComponent(secret), form];
  const markup = [text, attribute, oldAttribute];
  return [...new Set([secret, ...addresses, btoa(bytes), json, ...markup])];
}

/** The attributes, the markup and what is enumerable of an element and of every root inside it. */
function markupOf(top: Element): Place[] {
  const markup: Place = ['the markup', top.outerHTML];
  return [
    markup,
    ...[top, ...descendantsOf(top)].flatMap((element): Place[] => {
      const tag = element.localName;
      const {shadowRoot} = element;
      const places: Place[] = [...element.attributes].map(({name, value}): Place => {
        return [`the attribute ${name} of <${tag}>`, value];
      });
      if (shadowRoot) {
        places.push([`the root of <${tag}>`, shadowRoot.innerHTML]);
        places.push([`the serialised root of <${tag}>`, htmlOf(element)]);
      }
      if (tag.includes('-')) {
        places.push([`the properties of <${tag}>`, serialize(propertiesOf(element))]);
      }
      return places;
    }),
  ];
}

const descendantsOf = (root: ParentNode): Element[] =>
  [
    ...root.children,
    ...('shadowRoot' in root ? ((root as Element).shadowRoot?.children ?? []) : []),
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
  if (isError(value)) texts.push(value.stack ?? '', textsOf(value.cause));
  if (isEvent(value)) texts.push(serialize(Object.entries(value)));
  try {
    texts.push(serialize(structuredClone(value)));
  } catch {
    // It cannot be cloned, so nothing leaks that way.
  }
  return texts.join('\n');
}

// What comes of a frame is of classes of its own.
const hasName = (value: unknown, name: string): value is object =>
  typeof value === 'object' && value !== null && name in value;
const isError = (value: unknown): value is Error => hasName(value, 'stack');
const isEvent = (value: unknown): value is Event => hasName(value, 'composedPath');
const isOfThePage = (value: object) => 'nodeType' in value || 'postMessage' in value;

/** JSON, as far as there is any: what refers to itself or to the page is left out. */
function serialize(value: unknown): string {
  const seen = new WeakSet();
  try {
    const text = JSON.stringify(value, (_name, part: unknown) => {
      if (typeof part !== 'object' || part === null) return part;
      if (seen.has(part) || isOfThePage(part)) return undefined;
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
