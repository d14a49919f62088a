import {expect} from '@open-wc/testing';
import {openDialog} from '../../src/index.js';

describe('openDialog() without registered tags', () => {
  it('says what to import', async () => {
    expect(await openDialog({connector: {}}).catch(String)).to.equal(
      "Error: <keyslot-dialog> is not registered: import 'keyslot/define' before",
    );
    expect(document.querySelector('keyslot-dialog')).to.equal(null);
  });
});
