import {describe, it} from 'node:test';
import {basic, token} from 'keyslot/core';
import {kindContract} from 'keyslot/testing';

describe('the contract of kinds, where there is no DOM', () => {
  const samples = [
    [basic, {valid: [{values: {username: 'ann', password: 'a-password'}}], secrets: ['password']}],
    [token, {valid: [{values: {token: 'a-token'}}], secrets: ['token']}],
  ];
  for (const [kind, given] of samples) {
    for (const {name, run} of kindContract(kind, given)) it(`${kind.type} ${name}`, run);
  }
});
