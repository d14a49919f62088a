// What is needed behind the first form: its rules, and the views of what comes of it.
export {FormJudge} from '../controllers/form-judge.js';
export {outcomeStyles} from './styles/outcome.styles.js';
export {verifiedView} from './views/result-view.js';
export {successView} from './views/success-view.js';
