import type {ReactiveControllerHost} from 'lit';
import type {MethodForm} from '../../../controllers/method-form.js';
import type {FieldModel} from './field-model.js';

/**
 * Keeps what controls need to know between renders, for each field. It is gone when the form begins
 * anew, and stays while the field is hidden.
 */
export function heldState<S>(create: () => S): (model: Pick<FieldModel, 'form' | 'variable'>) => S {
  const kept = new WeakMap<
    MethodForm,
    {readonly prefix: string; readonly states: Map<string, S>}
  >();
  return ({form, variable: {key}}) => {
    let entry = kept.get(form);
    if (entry?.prefix !== form.prefix) {
      entry = {prefix: form.prefix, states: new Map()};
      kept.set(form, entry);
    }
    let state = entry.states.get(key);
    if (state === undefined) {
      state = create();
      entry.states.set(key, state);
    }
    return state;
  };
}

/** The root that an element is in, once what was asked for is on screen. */
export async function rendered(element: EventTarget | null): Promise<ShadowRoot> {
  const root = (element as Element).getRootNode() as ShadowRoot;
  await (root.host as Element & ReactiveControllerHost).updateComplete;
  return root;
}
