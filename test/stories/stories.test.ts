import {expect, waitUntil} from '@open-wc/testing';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {canarySweep, secretsIn, type View} from '../support/canary.js';
import {CANARY, exercise} from '../support/exercise.js';
import {openFrame} from '../support/open-frame.js';
import {Recorder} from '../support/recorder.js';

interface IndexEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

interface Channel {
  last(event: string): unknown[] | undefined;
}

interface StoryWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__?: Channel;
  readonly uncaughtErrors?: readonly string[];
}

interface StoryFinished {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly type: string;
    readonly result?: {readonly violations?: readonly Violation[]};
  }[];
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {readonly target: readonly unknown[]}[];
}

const base = '/storybook-static';
const index = (await (await fetch(`${base}/index.json`)).json()) as {
  entries: Record<string, IndexEntry>;
};
const stories = Object.values(index.entries).filter((entry) => entry.type === 'story');

/** Each of these events carries the error as its first argument. */
const failures = [
  'playFunctionThrewException',
  'storyThrewException',
  'storyErrored',
  'unhandledErrorsWhilePlaying',
];
const outcomes = ['storyFinished', 'storyMissing', 'storyErrored', 'storyThrewException'];

const describeViolation = ({id, help, nodes}: Violation) =>
  `${id}: ${help} (${nodes.map(({target}) => target.join(' ')).join(', ')})`;

/** What is shorter is found by chance. */
const LONG_ENOUGH = 5;

/** What was typed in the secret fields of a story, and was not given by its page. */
function secretsTyped({document}: View): readonly string[] {
  const selector = 'keyslot-connect, keyslot-credential-form';
  const given = [...document.querySelectorAll<KeyslotConnectElement>(selector)]
    .map(({values}) => JSON.stringify(values))
    .join();
  return secretsIn(document.documentElement).filter(
    (secret) => secret.length >= LONG_ENOUGH && !given.includes(JSON.stringify(secret)),
  );
}

/** Looks everywhere for what the story left in secret fields, and for what is typed in them now. */
async function expectNoSecretOutside(view: View): Promise<void> {
  const recorder = new Recorder(view);
  const secrets = secretsTyped(view);
  await exercise(view.document);
  recorder.stop();
  await canarySweep(recorder, [...secrets, CANARY], {view});
}

describe('stories', function () {
  this.timeout(10_000);

  it('exist', () => {
    expect(stories).not.to.be.empty;
  });

  for (const story of stories) {
    it(`${story.title} / ${story.name} plays without an error or an axe violation, and leaks no secret`, async () => {
      const address = `${base}/iframe.html?id=${story.id}&viewMode=story`;
      const frame = await openFrame(address, 'width: 800px; height: 600px; border: 0');
      try {
        const page = frame.contentWindow as unknown as StoryWindow;
        const last = (event: string) => page.__STORYBOOK_ADDONS_CHANNEL__?.last(event)?.[0];
        await waitUntil(() => outcomes.some(last), 'the story did not finish', {timeout: 9_000});

        expect(last('storyMissing'), 'missing story').to.equal(undefined);
        for (const event of failures) {
          const error = last(event) as {message?: string; description?: string} | undefined;
          expect(
            error && (error.message ?? error.description ?? JSON.stringify(error)),
            event,
          ).to.equal(undefined);
        }
        const {status, reporters} = last('storyFinished') as StoryFinished;
        const report = reporters.find(({type}) => type === 'a11y');
        expect(report, 'accessibility report').to.exist;
        expect(report?.result?.violations?.map(describeViolation), 'axe').to.deep.equal([]);
        expect(page.uncaughtErrors, 'uncaught errors').to.deep.equal([]);
        expect(status, 'status').to.equal('success');
        await expectNoSecretOutside(frame.contentWindow as View);
      } finally {
        frame.remove();
      }
    });
  }
});
