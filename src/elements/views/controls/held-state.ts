import type {ReactiveControllerHost} from 'lit';
import type {MethodForm} from '../../../controllers/method-form.js';
import type {FieldModel} from './field-model.js';

/**
 * Keeps what controls need to know between renders, for each field. It stays while the field is
 * hidden; a form that begins anew lets go of it, for it can hold what was entered.
 */
export function heldState<S>(create: () => S): (model: Pick<FieldModel, 'form' | 'variable'>) => S {
  const kept = new WeakMap<MethodForm['contents'], Map<string, S>>();
  return ({form, variable: {key}}) => {
    let states = kept.get(form.contents);
    if (!states) {
      states = new Map();
      kept.set(form.contents, states);
    }
    let state = states.get(key);
    if (state === undefined) {
      state = create();
      states.set(key, state);
    }
    return state;
  };
}

/** What a form is in, once what was asked for in it is on screen. */
export async function rendered(element: EventTarget | null): Promise<ParentNode> {
  const child = (element as Element).closest<HTMLElement>('[data-keyslot-form]');
  const root = (element as Element).getRootNode() as ShadowRoot;
  const host = child?.parentElement ?? root.host;
  await (host as Element & ReactiveControllerHost).updateComplete;
  return child ?? root;
}
