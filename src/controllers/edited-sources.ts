import type {ExistingCredential} from '../model/credential.js';
import type {ValueSources} from '../model/draft.js';

interface SourcesHost {
  readonly existing: ExistingCredential | undefined;
  readonly values: Readonly<Record<string, unknown>> | undefined;
  readonly presets: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Where the values of an element come from beside its user. Owns what was saved in the element and is
 * edited since; the page's word on what is stored goes over that.
 */
export class EditedSources {
  readonly #host: SourcesHost;
  readonly #connectorId: () => string | undefined;
  #id: string | undefined;
  #existing: ExistingCredential | undefined;
  #saved: ExistingCredential | undefined;
  #current: ValueSources = {};

  constructor(host: SourcesHost, connectorId: () => string | undefined) {
    this.#host = host;
    this.#connectorId = connectorId;
  }

  /** What is stored: before the element was shown, or since. */
  get existing(): ExistingCredential | undefined {
    const {existing} = this.#host;
    const id = this.#connectorId();
    // What was saved of one connector says nothing about the next.
    if (existing !== this.#existing || id !== this.#id) this.#saved = undefined;
    this.#existing = existing;
    this.#id = id;
    return this.#saved ?? existing;
  }

  /** The sources: the same object as long as nothing has changed. */
  get current(): ValueSources {
    const {existing} = this;
    const {values, presets} = this.#host;
    const {existing: lastExisting, values: lastValues, presets: lastPresets} = this.#current;
    if (existing !== lastExisting || values !== lastValues || presets !== lastPresets) {
      this.#current = {existing, values, presets};
    }
    return this.#current;
  }

  /** Goes on with what was saved a moment ago. */
  edit(saved: ExistingCredential | undefined): void {
    this.#saved = saved;
  }
}
