// What few forms have: loaded when one of them is shown, as a chunk of its own.
export {onDemandStyles} from '../styles/on-demand.styles.js';
export {editorView} from './editor-view.js';
export {afterRender} from './after-render.js';
export {heldControlView} from './controls/held-controls.js';
export {notesView} from './notes-view.js';
export {storedHintView} from './stored-hint-view.js';
export {storedActionsView} from './stored-actions-view.js';
export {storedAuthorizationView} from './stored-authorization-view.js';
