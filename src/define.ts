import './define/keyslot-authorize-button.js';
import './define/keyslot-connect.js';
import './define/keyslot-credential-form.js';
import './define/keyslot-dialog.js';
import './define/keyslot-method-picker.js';
