import {expect} from '@open-wc/testing';
import {matchEntries} from '../../src/model/match-entries.js';
import type {Variable} from '../../src/model/method-kind.js';
import {readEntries} from '../../src/model/read-entries.js';

const variable = (key: string, more: Partial<Variable> = {}): Variable => ({
  key,
  type: 'text',
  ...more,
});

const matches = (variables: readonly Variable[], text: string, settings = {}, label = '') =>
  matchEntries(
    {settings},
    variables,
    readEntries(text),
    () => label,
    () => true,
  );
const match = (...parameters: Parameters<typeof matches>) =>
  Object.fromEntries(matches(...parameters).map(({variable: {key}, value}) => [key, value]));

describe('the variables that have a value in a text', () => {
  it('have its name, however it is written', () => {
    const variables = [variable('clientId'), variable('client_secret')];
    expect(match(variables, 'CLIENT_ID=1\nclient-secret=2')).to.deep.equal({
      clientId: '1',
      client_secret: '2',
    });
  });

  it('have its end', () => {
    expect(match([variable('region')], 'ACME_REGION=eu\nB=1')).to.deep.equal({region: 'eu'});
  });

  it('have the name that the third party gives them', () => {
    const variables = [variable('store', {alias: 'shop_name'})];
    expect(match(variables, 'SHOP_NAME=a\nB=1')).to.deep.equal({store: 'a'});
  });

  it('have its label', () => {
    expect(match([variable('a')], 'Käufer-Nr: 1\nB=2', {}, 'Nr')).to.deep.equal({});
    expect(match([variable('x1')], 'account_number=1\nB=2', {}, 'Account number')).to.deep.equal({
      x1: '1',
    });
  });

  it('have the name of the header that a key travels in', () => {
    const key = variable('apiKey', {locked: true});
    const settings = {parameterName: 'X-Acme'};
    expect(match([key], 'X-Acme: 1\nB: 2', settings)).to.deep.equal({apiKey: '1'});
    expect(match([{...key, locked: false}], 'X-Acme: 1\nB: 2', settings)).to.deep.equal({});
  });

  it('have another name in the wild, where they come with a kind', () => {
    expect(match([variable('username', {locked: true})], 'LOGIN=ada\nB=1')).to.deep.equal({
      username: 'ada',
    });
    expect(match([variable('username')], 'LOGIN=ada\nB=1')).to.deep.equal({});
    expect(match([variable('constructor', {locked: true})], 'A=1\nB=1')).to.deep.equal({});
  });

  it('are those whose whole name it has before those whose end', () => {
    const variables = [variable('secret'), variable('clientSecret')];
    expect(match(variables, 'CLIENT_SECRET=1\nSECRET=2')).to.deep.equal({
      secret: '2',
      clientSecret: '1',
    });
  });

  it('do not share one', () => {
    const variables = [variable('token'), variable('accessToken')];
    expect(match(variables, 'ACCESS_TOKEN=1\nB=2')).to.deep.equal({accessToken: '1'});
  });

  it('have a part of an address', () => {
    const variables = [
      variable('store', {suffix: '.shop.example'}),
      variable('base', {type: 'url'}),
    ];
    expect(match(variables, 'A_URL=https://acme.shop.example/x\nB=1')).to.deep.equal({
      store: 'acme',
    });
    expect(match(variables.slice(1), 'A_HOST=acme.example\nB=1')).to.deep.equal({});
    expect(match(variables.slice(1), 'A_HOST=https://acme.example\nB=1')).to.deep.equal({
      base: 'https://acme.example',
    });
  });

  it('can take it', () => {
    const options = [{value: 'eu'}];
    for (const [more, value, taken] of [
      [{type: 'select', options}, 'eu', 'eu'],
      [{type: 'select', options}, 'us', undefined],
      [{type: 'number'}, '7', '7'],
      [{type: 'multiline'}, '"a\\nb"', 'a\nb'],
      [{}, '"a\\nb"', undefined],
      [{type: 'boolean'}, 'true', undefined],
      [{type: 'keyvalue'}, 'a', undefined],
    ] as const) {
      const found = match([variable('region', more)], `REGION=${value}\nB=1`);
      expect(found['region'], `${JSON.stringify(more)} ${value}`).to.equal(taken);
    }
  });

  it('are given it without what does not belong to it', () => {
    const token = variable('token', {secret: true});
    expect(match([token], 'TOKEN=Bearer a\nB=1')).to.deep.equal({token: 'a'});
  });
});

describe('a value that is secret by its name', () => {
  const clientId = variable('clientId', {locked: true});
  const clientSecret = variable('clientSecret', {locked: true, secret: true});
  const consumerKey = variable('consumerKey', {locked: true});
  const apiKey = variable('apiKey', {locked: true, secret: true});

  for (const name of [
    'SECRET_KEY',
    'ACME_SECRET_KEY',
    'PRIVATE_KEY',
    'API_KEY',
    'DB_PASSWORD_ID',
  ]) {
    it(`is not for a field that shows it: ${name}`, () => {
      const shown = [clientId, consumerKey, variable('passwordId'), variable('id')];
      expect(match(shown, `${name}=sk_1\nB=1`)).to.deep.equal(
        name === 'API_KEY' ? {consumerKey: 'sk_1'} : {},
      );
    });
  }

  it('is for the one that does not', () => {
    const text = 'APP_ENV=prod\nSTRIPE_SECRET_KEY=sk_1';
    expect(match([clientId, clientSecret], text)).to.deep.equal({clientSecret: 'sk_1'});
  });

  it('is for a field of just that name, whatever that is', () => {
    const names = [variable('secretName'), variable('key')];
    expect(match(names, 'SECRET_NAME=a\nKEY=b')).to.deep.equal({secretName: 'a', key: 'b'});
  });

  it('comes before one that is public', () => {
    const text = 'STRIPE_PUBLISHABLE_KEY=pk_1\nSTRIPE_SECRET_KEY=sk_1';
    expect(match([apiKey], text)).to.deep.equal({apiKey: 'sk_1'});
    expect(match([apiKey], 'ACME_PUBLIC_KEY=pk_1\nB=1')).to.deep.equal({});
  });

  it('keeps the name that it has', () => {
    const [found] = matches([apiKey], 'STRIPE_SECRET_KEY=sk_1\nB=1');
    expect(found?.name).to.equal('STRIPE_SECRET_KEY');
  });
});

describe('an address with who signs in there', () => {
  const host = variable('host', {format: 'hostname'});
  const base = variable('base', {type: 'url'});

  for (const [field, text, taken] of [
    [host, 'DATABASE_URL=postgres://app:pw@db.example/a', undefined],
    [base, 'SERVER_URL=https://ada:pw@acme.example', undefined],
    [base, 'BASE=https://ada:pw@acme.example', undefined],
    [host, 'SERVER_URL=https://ada:pw@acme.example', 'acme.example'],
    [base, 'SERVER_URL=https://acme.example/?q=a@b', 'https://acme.example/?q=a@b'],
    [host, 'SERVER=acme.example', 'acme.example'],
    [host, 'SERVER=localhost:8080', 'localhost:8080'],
    [host, 'SERVER=what is that', undefined],
    [variable('dsn', {secret: true}), 'DSN=postgres://a:b@c', 'postgres://a:b@c'],
  ] as const) {
    it(`gives no password to a field that shows it: ${text}`, () => {
      expect(match([field], `${text}\nB=1`)[field.key]).to.equal(taken);
    });
  }
});

describe('the names of values in the wild', () => {
  const names = {
    username: ['user', 'login', 'email'],
    password: ['pass', 'passwd', 'pwd'],
    token: ['access_token', 'api_token', 'auth_token', 'bearer', 'pat'],
    apiKey: ['key', 'api_token', 'x-api-key'],
    clientId: ['app_id', 'application_id', 'consumer_key', 'key'],
    clientSecret: ['app_secret', 'consumer_secret', 'secret', 'secret_key'],
    consumerKey: ['client_id', 'api_key', 'key'],
    consumerSecret: ['client_secret', 'api_secret', 'secret', 'secret_key'],
    tokenSecret: ['access_token_secret'],
    scope: ['scopes'],
  };
  for (const [key, known] of Object.entries(names)) {
    for (const name of known) {
      it(`are those of kinds: ${name} for ${key}`, () => {
        const field = variable(key, {locked: true});
        expect(match([field], `${name}=a\nB=1`)).to.deep.equal({[key]: 'a'});
      });
    }
  }

  it('end in a word of three letters at least', () => {
    expect(match([variable('id')], 'ACME_ID=1\nB=1')).to.deep.equal({});
    expect(match([variable('key', {secret: true})], 'ACME_KEY=1\nB=1')).to.deep.equal({key: '1'});
    expect(match([variable('key')], 'ACME_KEY=1\nB=1')).to.deep.equal({});
  });

  for (const name of 'url uri host hostname domain server endpoint address instance'.split(' ')) {
    it(`are those of addresses: ${name}`, () => {
      const base = variable('base', {type: 'url'});
      expect(match([base], `MY_${name}=https://a.example\nB=1`)).to.deep.equal({
        base: 'https://a.example',
      });
      expect(match([base], `${name}S=https://a.example\nB=1`)).to.deep.equal({});
    });
  }

  it('are taken by the longest end first, and in the order of the fields', () => {
    const fields = [variable('name'), variable('hostname')];
    const found = matches(fields, 'MY_HOSTNAME=a\nTHE_NAME=b');
    expect(found.map(({variable: {key}, value}) => [key, value])).to.deep.equal([
      ['name', 'b'],
      ['hostname', 'a'],
    ]);
  });

  it('go to another field where one cannot take the value', () => {
    const fields = [
      variable('region', {type: 'select', options: [{value: 'us'}]}),
      variable('gion'),
    ];
    expect(match(fields, 'REGION=eu\nB=1')).to.deep.equal({gion: 'eu'});
  });
});
