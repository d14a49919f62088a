import {variableSchema} from '../model/definition-schema.js';
import {DiagnosticList, type Diagnostic} from '../model/diagnostic.js';
import {deepFreeze, isJsonObject, type JsonObject} from '../model/json.js';
import type {MethodBinding, MethodKind} from '../model/method-kind.js';
import {read} from '../model/read.js';
import {NameSet} from '../model/read-variables.js';
import {placeholderKeys} from '../model/url-template.js';
import {canonical, copyOf, insist, isPlainData, thrownBy, type Clause} from './clause.js';
import {garbageSettings} from './garbage.js';
import {definitionOf, readSample, type KindSamples} from './kind-samples.js';

/** What a single definition may take, in milliseconds. It is read while a page waits for its form. */
const BIND_LIMIT = 1000;

/** What has to hold of how a kind reads definitions. */
export function settingsClauses(kind: MethodKind, samples: KindSamples): readonly Clause[] {
  const {valid, invalid = []} = samples;
  const bindings = () =>
    valid.flatMap(({settings}, index) => {
      const {definition, method} = readSample(kind, settings);
      return method ? [{name: `Sample ${index + 1}`, method, binding: kind.bind(definition)}] : [];
    });

  return [
    {
      name: 'has a type that a definition can name',
      run() {
        const {diagnostics} = readSample(kind);
        const found = diagnostics.find(({path}) => path === '/methods/0/type');
        insist(!found, () => `A definition cannot have this type: ${found?.code ?? ''}`);
      },
    },
    {
      name: 'makes a method of each valid definition',
      run() {
        insist(valid.length > 0, () => 'There has to be a valid sample');
        for (const [index, {settings}] of valid.entries()) {
          const {method, diagnostics} = readSample(kind, settings);
          const [first] = diagnostics.filter(({severity}) => severity === 'error');
          const reason = first && `${first.code} at ${first.path || 'the top'}`;
          insist(method !== undefined, () => `Sample ${index + 1} cannot be used: ${reason ?? ''}`);
        }
      },
    },
    {
      name: 'brings variables that are well-formed, with a key for each',
      run() {
        for (const {name, binding} of bindings()) checkVariables(name, binding);
      },
    },
    {
      name: 'names only variables of the method where values travel',
      run() {
        for (const {name, method} of bindings()) {
          const known = new Set([...method.variables.map(({key}) => key), 'accessToken']);
          const settings = method.settings as Readonly<Record<string, unknown>> | undefined;
          const texts = (method.templates ?? []).map((setting) => settings?.[setting]);
          for (const key of keysIn([method.requestDefaults, method.addresses, texts])) {
            insist(known.has(key), () => `${name}: {{${key}}} is no variable of the method`);
          }
        }
      },
    },
    {
      name: 'reads the same definition in the same way, and leaves it as it is',
      run() {
        for (const [index, {settings}] of valid.entries()) {
          const definition = deepFreeze(definitionOf(kind, settings));
          const [first, second] = [kind, kind].map((each) => {
            const failure = thrownBy(() => each.bind(definition));
            insist(
              !failure,
              () => `Sample ${index + 1} is frozen, and bind() threw ${failure ?? ''}`,
            );
            return canonical(each.bind(definition));
          });
          insist(first === second, () => `Sample ${index + 1} is not the same the second time`);
        }
      },
    },
    {
      name: 'makes plain data of the settings',
      run() {
        for (const {name, binding} of bindings()) {
          const {variables, settings, request, addresses, authorization} = binding;
          for (const [part, data] of Object.entries({
            variables,
            settings,
            request,
            addresses,
            authorization,
          })) {
            insist(data === undefined || isPlainData(data), () => `${name}: ${part} is not JSON`);
          }
        }
      },
    },
    ...invalid.map((settings, index): Clause => ({
      name: `diagnoses wrong settings (${index + 1})`,
      run() {
        const definition = definitionOf(kind, settings);
        const failure = thrownBy(() => kind.bind(definition));
        insist(!failure, () => `bind() threw ${failure ?? ''}`);
        const {diagnostics = []} = kind.bind(definition);
        checkDiagnostics(diagnostics);
        const {method} = readSample(kind, settings);
        insist(!method, () => 'Nothing is said to be wrong, and the method can be used');
      },
    })),
    {
      name: 'reads any settings without an exception, in no time',
      run() {
        const {properties = {}} = (kind as {settings?: {properties?: object}}).settings ?? {};
        const names = Object.fromEntries(Object.keys(properties).map((name) => [name, null]));
        const starts = [...valid.map(({settings}) => settings), ...invalid, names];
        for (const settings of garbageSettings(starts.map((start) => copyOf(start ?? {})))) {
          bindGarbage(kind, settings);
        }
      },
    },
  ];
}

function checkVariables(name: string, {variables = []}: MethodBinding): void {
  const names = new NameSet();
  for (const variable of variables) {
    const diagnostics = new DiagnosticList();
    read(variableSchema, copyOf(variable), diagnostics);
    names.add(variable.key, diagnostics);
    const [first] = diagnostics.entries;
    const place = `the variable "${variable.key}"${first?.path ?? ''}`;
    insist(!first, () => `${name}: ${first?.code ?? ''} at ${place}`);
    const hasChoices = variable.type?.includes('select') ?? false;
    insist(
      !hasChoices || Boolean(variable.options?.length),
      () => `${name}: ${place} has no options`,
    );
  }
}

function bindGarbage(kind: MethodKind, settings: JsonObject): void {
  const definition = definitionOf(kind, settings);
  const say = () => JSON.stringify(settings).slice(0, 200);
  const start = performance.now();
  const failure = thrownBy(() => {
    checkDiagnostics(kind.bind(definition).diagnostics ?? []);
  });
  insist(!failure, () => `For ${say()} bind() threw, or made no binding: ${failure ?? ''}`);
  const duration = Math.round(performance.now() - start);
  insist(duration < BIND_LIMIT, () => `For ${say()} bind() took ${duration} ms`);
}

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const {code, severity, path, params} of diagnostics) {
    insist(/^[a-z]\w*$/.test(code), () => `A diagnostic has no code: ${JSON.stringify(code)}`);
    insist(/^(?:error|warning)$/.test(severity), () => `${code} has no severity`);
    insist(
      /^(?:\/|$)/.test(path),
      () => `${code} has no path, as /setting, but ${JSON.stringify(path)}`,
    );
    insist(isJsonObject(params), () => `${code} has no params`);
  }
}

/** The keys of all placeholders in a part of a binding. */
function keysIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return placeholderKeys(part);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => [
    ...placeholderKeys(name),
    ...keysIn(inner),
  ]);
}
