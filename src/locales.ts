export {provideMessages, type MessageLoaders} from './controllers/provide-messages.js';
export type {Messages, PartialMessages} from './messages/messages.js';
