import type {DiagnosticList} from '../model/diagnostic.js';

/** Takes a method out of use that a user can only finish in a window of the provider. */
export function needsWindow(place: DiagnosticList): void {
  place.at('type').error('definition_unsupported_flow');
}
