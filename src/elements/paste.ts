// What looks at values that were pasted: loaded when one is, as a chunk of its own.
export {PasteController} from '../controllers/paste-controller.js';
export {pasteStyles} from './styles/paste.styles.js';
export {adviceView, adviceWords} from './views/advice-view.js';
