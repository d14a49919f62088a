// What a page has in the end whose users sign in, in a dialog, in another language.
import '../../src/define/keyslot-connect.js';
import '../../src/define/keyslot-dialog.js';

export * as authorization from '../../src/elements/views/authorization-views.js';
export {de} from '../../src/locales/de.js';
