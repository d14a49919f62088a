import type {TemplateResult} from 'lit';
import type {FieldModel} from './field-model.js';
import {comboboxView} from './combobox-control.js';
import {fileView} from './file-control.js';
import {keyValueView} from './keyvalue-control.js';
import {multiselectView} from './multiselect-control.js';

/** The control of a field whose value no native input can hold. */
export function heldControlView(model: FieldModel): TemplateResult {
  switch (model.variable.type) {
    case 'multiselect':
      return multiselectView(model);
    case 'file':
      return fileView(model);
    case 'keyvalue':
      return keyValueView(model);
    default:
      return comboboxView(model);
  }
}
