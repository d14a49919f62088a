import {expect} from '@open-wc/testing';
import {en} from '../../src/messages/en.js';
import {mergeMessages, type PartialMessages} from '../../src/messages/messages.js';

describe('mergeMessages', () => {
  it('puts words in place of others, and leaves the rest', () => {
    const merged = mergeMessages(en, {submit: 'Verbinden'});
    expect(merged.submit).to.equal('Verbinden');
    expect(merged.cancel).to.equal(en.cancel);
    expect(Object.keys(merged)).to.have.members(Object.keys(en));
  });

  it('puts functions in place of others', () => {
    const {title} = mergeMessages(en, {title: (connector) => `${connector} verbinden`});
    expect(title('Acme')).to.equal('Acme verbinden');
  });

  it('merges groups of words one by one', () => {
    const {diagnostics, issues} = mergeMessages(en, {
      diagnostics: {other: 'Kaputt.', pin_odd: 'Odd.'},
      issues: {field_number: () => 'Zahl'},
    });
    expect(diagnostics).to.deep.equal({...en.diagnostics, other: 'Kaputt.', pin_odd: 'Odd.'});
    expect(issues).to.have.all.keys(en.issues);
    expect(issues['field_required']).to.equal(en.issues['field_required']);
  });

  it('keeps the labels of a kind whose name is changed, and takes kinds in', () => {
    const {kinds} = mergeMessages(en, {
      kinds: {basic: {name: 'Login'}, pin: {name: 'PIN', pin: 'Your PIN'}},
    });
    expect(kinds['basic']).to.deep.equal({...en.kinds['basic'], name: 'Login'});
    expect(kinds['pin']).to.deep.equal({name: 'PIN', pin: 'Your PIN'});
    expect(kinds['token']).to.deep.equal(en.kinds['token']);
  });

  it('takes undefined for no change', () => {
    const changes = {submit: undefined, kinds: undefined} as unknown as PartialMessages;
    expect(mergeMessages(en, changes)).to.deep.equal(en);
    expect(mergeMessages(en, undefined)).to.deep.equal(en);
  });

  it('changes neither of the two', () => {
    const before = {...en, kinds: {...en.kinds}};
    mergeMessages(en, {submit: 'x', kinds: {basic: {name: 'x'}}});
    expect(en).to.deep.equal(before);
  });
});

describe('the English words', () => {
  for (const [code, step] of [
    ['provider_error', /Try again\.$/],
    ['issuer_missing', /Tell the makers of this page\.$/],
    ['issuer_mismatch', /Tell the makers of this page\.$/],
    ['response_unsupported', /Tell the makers of this page\.$/],
  ] as const) {
    it(`say what to do about a sign-in that ended with ${code}`, () => {
      expect(en.authorizationProblems[code]).to.match(step);
    });
  }

  it('tell numbers of things apart', () => {
    expect(en.summary(1)).to.equal('One thing needs your attention');
    expect(en.summary(2)).to.equal('2 things need your attention');
    expect(en.filterResult(2, 10)).to.equal('2 of 10 ways to connect');
    expect(en.filterResult(0, 10)).to.equal('Nothing matches. Try fewer letters.');
  });

  it('name what they are about', () => {
    expect(en.title('Acme')).to.equal('Connect Acme');
    expect(en.titleEditing('Acme')).to.equal('Edit the connection to Acme');
    expect(en.success('Acme')).to.equal('Acme is connected');
    expect(en.empty('Acme')).to.equal('Acme offers no way to connect yet.');
    expect(en.account('ann')).to.equal('Signed in as ann');
    expect(en.example('1-2')).to.equal('Example: 1-2');
    expect(en.shown('API key')).to.equal('API key is visible');
    expect(en.hidden('API key')).to.equal('API key is hidden');
  });
});
