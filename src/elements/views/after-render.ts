import type {MethodForm} from '../../controllers/method-form.js';
import type {CredentialFormModel} from './credential-form-view.js';
import {dressOwnControls} from './own-controls.js';
import {tellStoredAuthorization} from './stored-authorization-view.js';

/** What follows from what a form shows, and no template can say. */
export function afterRender(form: MethodForm, model: CredentialFormModel): void {
  dressOwnControls(form, model);
  // Something to say is another update.
  queueMicrotask(() => tellStoredAuthorization(form, model));
}
