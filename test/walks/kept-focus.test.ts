import {aTimeout, expect, html} from '@open-wc/testing';
import type {ConnectorDefinition, SubmitResult} from '../../src/index.js';
import {waiting, ended} from '../support/authorization.js';
import {defer, type Deferred} from '../support/deferred.js';
import {formOf, manyMethods} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';
import {startBefore, Walk} from '../support/walk.js';

let use: Driver;
let walk: Walk;
let answers: Deferred<SubmitResult>[];

async function begin(connector: ConnectorDefinition): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);
  answers = [];
  use.onSubmit((event) => {
    const answer = defer<SubmitResult>();
    answers.push(answer);
    event.respondWith(answer.promise);
  });
  walk = new Walk(use, startBefore(use.element));
}
const accept = async () => {
  answers.at(-1)!.resolve({});
  await use.settle();
  await aTimeout(50);
};

describe('focus is not lost', () => {
  it('by Enter in a checkbox, while the server is asked', async () => {
    await begin(formOf({key: 'yes', label: 'Yes', type: 'boolean'}));
    await walk.press('Tab', 'Enter');
    await aTimeout(50);
    expect(await walk.heard()).not.to.include('nothing has focus');
  });

  it('by Edit where there is no field', async () => {
    await begin({id: 'a', name: 'A', methods: [{id: 'x', type: 'none'}]});
    await walk.press('Tab', 'Enter');
    await accept();
    await walk.press('Tab', 'Enter');
    await aTimeout(50);
    expect(await walk.heard()).not.to.include('nothing has focus');
  });

  it('while the server is asked after a sign-in by a link', async () => {
    const page = await SignInPage.open();
    page.windows.areBlocked = true;
    await page.beginBlocked('wait');
    page.use.onSubmit((event) => {
      event.respondWith(new Promise((resolve) => setTimeout(resolve, 300, {})));
    });
    walk = new Walk(page.use, page.use.part('authorize-link')!);
    await walk.press('Enter');
    await waiting(page.use);
    await page.provider.takeRequests(1);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(await walk.heard()).not.to.include('nothing has focus');
    page.close();
  });
});

describe('what is announced', () => {
  it('is the mistake also where focus is in the field at fault already', async () => {
    await begin({id: 'a', name: 'A', methods: [{id: 'x', type: 'token'}]});
    await walk.press('Tab', 'Enter');
    await aTimeout(50);
    expect((await walk.heard()).join()).to.include('Enter the access token');
  });

  it('is how many methods were found once, and not again with an answer', async () => {
    await begin(manyMethods(9));
    await walk.press('Tab');
    await walk.write('7');
    await walk.press('Tab', ' ', 'Tab');
    await walk.write('sk');
    await walk.press('Enter');
    await accept();
    const counts = (await walk.heard()).filter((line) => line === 'status: 1 of 9 ways to connect');
    expect(counts).to.have.length(1);
  });
});

afterEach(() => walk.stop());
