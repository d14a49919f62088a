import {expect} from '@open-wc/testing';
import type {Credential, ExistingCredential} from '../../src/core.js';
import {grantOf, scopesOf, withGrant} from '../../src/controllers/form-grant.js';
import {MethodForm} from '../../src/controllers/method-form.js';
import {granted} from '../support/grants.js';
import {connectorWith, methodOf} from '../support/model.js';

const values = {store: 'my-store', clientId: 'c', note: 'mine'};
const existing: ExistingCredential = {
  methodId: 'window',
  values,
  stored: ['clientSecret'],
  scopes: ['read', 'admin'],
};

/** The form of a method that lets its user sign in at a store. */
const formOf = () =>
  new MethodForm(
    methodOf(
      connectorWith({
        id: 'window',
        type: 'oauth2-authorization-code',
        authorizationUrl: 'https://{{store}}.acme.example.com/authorize',
        scopes: [
          {value: 'read', required: true},
          {value: 'write', default: true},
          {value: 'admin'},
        ],
        variables: [{key: 'store', required: true}, {key: 'note'}],
      }),
    ),
    'm0',
  );

const credential: Credential = {
  connectorId: 'acme',
  methodId: 'window',
  type: 'oauth2-authorization-code',
  values,
};

/** The form of a user who has signed in. */
function grantedForm(): MethodForm {
  const form = formOf();
  withGrant(form, credential, {...granted, scopes: ['read', 'write']});
  return form;
}

describe('scopesOf', () => {
  it('asks for what must be, and for what the definition suggests', () => {
    expect(scopesOf(formOf(), undefined)).to.deep.equal(['read', 'write']);
  });

  it('asks for what the user chose, in the order of the definition', () => {
    const form = formOf();
    form.scopes = new Set(['admin', 'write', 'unheard of']);
    expect(scopesOf(form, undefined)).to.deep.equal(['read', 'write', 'admin']);
    form.scopes = new Set();
    expect(scopesOf(form, existing)).to.deep.equal(['read']);
  });

  it('asks for what was asked for before, when a connection is edited', () => {
    expect(scopesOf(formOf(), existing)).to.deep.equal(['read', 'admin']);
  });

  it('asks for what the definition suggests when another method made the connection', () => {
    expect(scopesOf(formOf(), {...existing, methodId: 'other'})).to.deep.equal(['read', 'write']);
  });

  it('asks for nothing where there is no window', () => {
    const form = new MethodForm(methodOf(connectorWith({id: 'a', type: 'token'})), 'm0');
    expect(scopesOf(form, undefined)).to.deep.equal([]);
  });
});

describe('grantOf', () => {
  it('says nothing of a method without a window', () => {
    const form = new MethodForm(methodOf(connectorWith({id: 'a', type: 'token'})), 'm0');
    expect(grantOf(form, {}, undefined)).to.deep.equal({});
  });

  it('is due before the user has signed in', () => {
    expect(grantOf(formOf(), values, undefined)).to.equal(undefined);
  });

  it('is what the user granted, for as long as what it is good for stays the same', () => {
    const form = grantedForm();
    const grant = {authorization: {...granted, scopes: ['read', 'write']}};
    expect(grantOf(form, values, undefined)).to.deep.equal(grant);
    expect(grantOf(form, {...values, note: 'theirs'}, undefined)).to.deep.equal(grant);
    expect(grantOf(form, {...values, store: 'other'}, undefined)).to.equal(undefined);
    expect(grantOf(form, {...values, clientId: 'd'}, undefined)).to.equal(undefined);
    expect(grantOf(form, values, undefined)).to.deep.equal(grant);
  });

  it('is due again when something else is asked for', () => {
    const form = grantedForm();
    form.scopes = new Set(['admin']);
    expect(grantOf(form, values, undefined)).to.equal(undefined);
  });

  it('stays as it was when a connection is edited', () => {
    expect(grantOf(formOf(), values, existing)).to.deep.equal({authorizationKept: true});
  });

  it('is due when the client or the address of a connection changes', () => {
    expect(grantOf(formOf(), {...values, store: 'other'}, existing)).to.equal(undefined);
    expect(grantOf(formOf(), {...values, clientSecret: 'new'}, existing)).to.equal(undefined);
  });

  it('is due when the user wants to sign in again', () => {
    const form = formOf();
    form.isReauthorizing = true;
    expect(grantOf(form, values, existing)).to.equal(undefined);
  });

  it('is what the user granted this time, rather than before', () => {
    const form = grantedForm();
    form.scopes = new Set(['write']);
    expect(grantOf(form, values, existing)).to.have.nested.property('authorization.code');
  });

  const {scopes: _, ...unknown} = existing;
  for (const [what, stored] of [
    ['was', existing],
    ['may have been', unknown],
  ] as const) {
    it(`is due when the user asks for more or less than ${what} granted`, () => {
      const form = formOf();
      form.scopes = new Set(['write', 'admin']);
      expect(grantOf(form, values, stored)).to.equal(undefined);
      form.scopes = new Set();
      expect(grantOf(form, values, stored)).to.equal(undefined);
    });
  }

  it('stays as it was when the user asks for what was granted, after all', () => {
    const form = formOf();
    form.scopes = new Set(['read', 'admin']);
    expect(grantOf(form, values, existing)).to.deep.equal({authorizationKept: true});
  });
});

describe('withGrant', () => {
  it('completes a credential, which cannot be changed', () => {
    const complete = withGrant(formOf(), credential, granted);
    expect(complete).to.deep.equal({...credential, authorization: granted});
    expect(complete).to.be.frozen;
    expect(credential).not.to.have.property('authorization');
  });
});
