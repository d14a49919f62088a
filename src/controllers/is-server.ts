import {isServer as isServerBuild} from 'lit';

/** Whether elements are rendered to markup, without a page. Lit declares it as what it is in browsers. */
export const isServer: boolean = isServerBuild;
