import {renderingSuite} from '../suites/rendering.suite.js';

renderingSuite('shadow');
renderingSuite('light');
