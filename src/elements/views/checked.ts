import {nothing} from 'lit';

/** For `.checked`: a server writes it as an attribute, and with `checked="false"` a box is checked. */
export const checked = (isChecked: boolean): boolean => (isChecked || nothing) as boolean;
