import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {canarySweep, type View} from '../support/canary.js';
import {CANARY, exercise} from '../support/exercise.js';
import {openFrame} from '../support/open-frame.js';
import {Recorder} from '../support/recorder.js';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

type StrictWindow = View & Strict;

interface Strict {
  readonly ready: Promise<void>;
  readonly violations: readonly unknown[];
  readonly stories: readonly Story[];
  mount(story: Story, container: Element): void;
}

/** Opens the page with the strict policy in a frame. */
async function open(): Promise<{page: StrictWindow; close: () => void}> {
  const frame = await openFrame('/strict/page.html', 'width: 800px; height: 600px');
  const page = frame.contentWindow as unknown as StrictWindow;
  await waitUntil(() => 'ready' in page, 'the page did not start');
  await page.ready;
  return {
    page,
    close: () => {
      frame.remove();
    },
  };
}

/** The browser reports what its policy stopped a moment later. */
const reported = () => aTimeout(50);

const {page: index, close} = await open();
const stories = index.stories.map(({id, title, name}) => ({id, title, name}));
close();

describe('G1 and G3, every story under a strict policy', () => {
  let page: StrictWindow;
  let closePage: () => void;
  before(async () => {
    ({page, close: closePage} = await open());
  });
  after(() => {
    closePage();
  });

  it('there are stories', () => {
    expect(stories).not.to.be.empty;
  });

  for (const {id, title, name} of stories) {
    it(`${title} / ${name} breaks no rule, and leaks no secret`, async () => {
      const before = page.violations.length;
      const recorder = new Recorder(page);
      const story = page.stories.find((candidate) => candidate.id === id)!;
      const container = page.document.createElement('main');
      page.document.body.replaceChildren(container);
      page.mount(story, container);
      await exercise(container);
      recorder.stop();
      expect(container.childElementCount, 'what was rendered').to.be.above(0);
      await reported();
      // What a story asks of its own backend is the page's affair.
      const violations = page.violations
        .slice(before)
        .filter((violation) => !JSON.stringify(violation).includes('/prepare"'));
      expect(violations).to.deep.equal([]);
      await canarySweep(recorder, [CANARY], {view: page});
    });
  }
});

describe('G1 the policy', () => {
  const planted: [what: string, plant: (page: StrictWindow) => void][] = [
    [
      'a style attribute',
      ({document}) => {
        document.body.setAttribute('style', 'color: red');
      },
    ],
    [
      'a script in the page',
      ({document}) => {
        const script = document.createElement('script');
        script.text = '0';
        document.body.append(script);
      },
    ],
    [
      'markup from a text',
      ({document}) => {
        document.body.innerHTML = '<b>bold</b>';
      },
    ],
    [
      'an image from elsewhere',
      ({document}) => {
        document.body.append(Object.assign(document.createElement('img'), {src: 'data:,'}));
      },
    ],
    [
      'a request',
      (page) => {
        void page.fetch('/package.json').catch(() => undefined);
      },
    ],
  ];

  for (const [what, plant] of planted) {
    it(`catches ${what}`, async () => {
      const {page, close: closePage} = await open();
      try {
        plant(page);
      } catch {
        // Trusted Types throw as well.
      }
      await reported();
      const {violations} = page;
      closePage();
      expect(violations).to.have.length.above(0);
    });
  }
});
