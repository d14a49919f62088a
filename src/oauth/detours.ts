// What few attempts need: loaded when one does, as a chunk of its own, and given what it shares.
export {readAddress} from './read-address.js';
export {storeRecord, takeRecord} from './redirect-record.js';
