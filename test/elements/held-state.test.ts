import {expect} from '@open-wc/testing';
import {MethodForm} from '../../src/controllers/method-form.js';
import {heldState} from '../../src/elements/views/controls/held-state.js';
import {customWith, methodOf} from '../support/model.js';

const createForm = () => new MethodForm(methodOf(customWith({key: 'a'}, {key: 'b'})), 'm0');

describe('what a control keeps', () => {
  const stateOf = heldState(() => ({rows: [] as string[]}));
  const inForm = (form: MethodForm, key: string) => stateOf({form, variable: form.find(key)!});

  it('is the same at each render, for each field of a form', () => {
    const form = createForm();
    inForm(form, 'a').rows = ['typed'];
    expect(inForm(form, 'a').rows).to.deep.equal(['typed']);
    expect(inForm(form, 'b').rows).to.deep.equal([]);
    expect(inForm(createForm(), 'a').rows).to.deep.equal([]);
  });

  it('goes as soon as the form is cleared', () => {
    const form = createForm();
    inForm(form, 'a').rows = ['typed'];
    form.clear();
    expect(inForm(form, 'a').rows).to.deep.equal([]);
  });
});
