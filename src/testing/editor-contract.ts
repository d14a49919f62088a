import type {MethodKind} from '../model/method-kind.js';
import {insist, type Clause} from './clause.js';
import {EditorStage, isOnStage, tagOf, type Answer, type EditorSamples} from './editor-stage.js';
import {judge, readSample} from './kind-samples.js';
import {watchChanges, watchListeners, watchRejections, type Watch} from './page-watch.js';

/**
 * What has to hold for the editor of a kind, whoever wrote it: tests for any framework, in a browser.
 * The element has to be registered.
 *
 * @example
 * const connect = (editor: HTMLElement) => {
 *   const input = editor.querySelector('input')!;
 *   …
 * };
 * for (const {name, run} of editorContract(pin, {connect, secret: '7391'})) it(name, run);
 */
export function editorContract(kind: MethodKind, samples: EditorSamples): readonly Clause[] {
  /** Does something with an editor, and removes it. */
  const onStage = async <T>(act: (stage: EditorStage) => Promise<T>, answer?: Answer) => {
    const stage = new EditorStage(kind, samples, answer);
    try {
      return await act(stage);
    } finally {
      stage.remove();
      await stage.settle();
    }
  };
  const use = async (stage: EditorStage) => {
    await stage.show();
    return stage.hasConnected();
  };
  /** Uses an editor from beginning to end while the page is watched. */
  const useWatched = async (watch: Watch, answer?: Answer) => {
    try {
      await onStage(use, answer);
    } finally {
      watch.stop();
    }
    return [...new Set(watch.found())].join(', ');
  };

  return [
    {
      name: 'has an element for the tag that the kind names',
      run() {
        tagOf(readSample(kind, samples.settings));
      },
    },
    {
      name: 'hands over one valid credential, once',
      run: () =>
        onStage(async (stage) => {
          await stage.show();
          await stage.connect();
          insistOnOne(stage, samples);
        }),
    },
    {
      name: 'works as well when it gets its properties on the page',
      async run() {
        // What never works is told by another clause.
        if (!(await onStage(use))) return;
        const works = await onStage(async (stage) => {
          await stage.show('later');
          return stage.hasConnected();
        });
        insist(
          works,
          () => 'Nothing is handed over: the tag may be registered after the form is shown',
        );
      },
    },
    {
      name: 'tells by input events that something is entered',
      run: () =>
        onStage(async (stage) => {
          const works = await use(stage);
          insist(
            !works || stage.inputs > 0,
            () => 'No input event gets out: does it bubble and compose?',
          );
        }),
    },
    {
      name: 'hands over nothing while it is disabled',
      run: () =>
        onStage(async (stage) => {
          const hint = 'if that is not so, connect() has to leave disabled controls alone';
          await stage.show('disabled');
          await stage.tryToConnect();
          insist(!stage.submits.length, () => `It does although it always was disabled; ${hint}`);
          stage.give({disabled: false});
          await stage.settle();
          const works = await stage.hasConnected();
          insist(works || !(await onStage(use)), () => 'It does not once it is enabled, either');
          const {length} = stage.submits;
          stage.give({disabled: true});
          await stage.settle();
          await stage.tryToConnect();
          insist(
            stage.submits.length === length,
            () => `It does when it is disabled later; ${hint}`,
          );
        }),
    },
    {
      name: 'takes a refusal, and can hand over again',
      async run() {
        const watch = watchRejections();
        try {
          const worksAgain = await onStage(async (stage) => {
            const works = await use(stage);
            return !works || stage.hasConnected();
          }, refuse);
          insist(worksAgain, () => 'Nothing is handed over after a refusal');
          const [found] = watch.found();
          insist(!found, () => `The response of the event ends in ${found ?? ''}`);
        } finally {
          watch.stop();
        }
      },
    },
    {
      name: 'puts no secret in an attribute',
      async run() {
        const found = new Set<string>();
        await onStage(async (stage) => {
          const scan = () =>
            attributesWith(samples.secret, stage.place).forEach((each) => found.add(each));
          // When it is handed over at the latest, everything is entered.
          stage.place.addEventListener('keyslot-submit', scan, true);
          await use(stage);
          scan();
        });
        insist(!found.size, () => `The secret is in ${[...found].join(', ')}`);
      },
    },
    {
      name: 'changes nothing on the page around it',
      async run() {
        const found = await useWatched(watchChanges(isOnStage));
        insist(!found, () => `There is a change: ${found}`);
      },
    },
    {
      name: 'leaves no listener behind once it is removed',
      async run() {
        const found = await useWatched(watchListeners());
        insist(!found, () => `It still listens to ${found}`);
      },
    },
  ];
}

/** As Keyslot refuses what is not valid. */
const refuse = () => Promise.reject(new Error('invalid'));

function insistOnOne({submits, impostors, sample}: EditorStage, {secret}: EditorSamples): void {
  insist(!impostors, () => 'An event named keyslot-submit is no KeyslotSubmitEvent');
  insist(submits.length === 1, () => `It is handed over ${submits.length} times`);
  const [{credential} = {credential: undefined}] = submits;
  const validation = judge(sample.connector, credential);
  const issues = validation.ok ? [] : validation.issues;
  const codes = issues.map(({code, path}) => `${code} at ${path || 'the top'}`);
  insist(validation.ok, () => `It is not valid: ${codes.join(', ')}`);
  const isEntered = JSON.stringify(validation.credential).includes(
    JSON.stringify(secret).slice(1, -1),
  );
  insist(isEntered, () => 'connect() does not enter the secret of the samples');
}

/** The attributes that hold a text, by name: also in open shadow roots. */
const attributesWith = (text: string, top: Element): readonly string[] =>
  [top, ...top.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes]
      .filter(({value}) => value.includes(text))
      .map(({name}) => `${name} of <${element.localName}>`),
    ...[...(element.shadowRoot?.children ?? [])].flatMap((child) => attributesWith(text, child)),
  ]);
