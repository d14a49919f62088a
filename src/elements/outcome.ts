// What is needed behind the first form: its rules, and the views of what comes of it.
export {FormJudge} from '../controllers/form-judge.js';
export {FormWatch} from './form-watch.js';
export {problemView} from './views/problem-view.js';
export {verifiedView} from './views/result-view.js';
export {successView} from './views/success-view.js';
