import {createContext} from '@lit/context';
import type {PartialMessages} from '../messages/messages.js';
import type {MethodRegistry} from '../model/method-registry.js';

/** The kinds of method that the elements below understand. */
export const registryContext = createContext<MethodRegistry | undefined>(
  Symbol('keyslot-registry'),
);

/** Words that the elements below use in place of Keyslot's own. */
export const messagesContext = createContext<PartialMessages | undefined>(
  Symbol('keyslot-messages'),
);

/** Whether the elements below take no input. */
export const disabledContext = createContext<boolean>(Symbol('keyslot-disabled'));
