import type {
  KeyslotSubmitEvent,
  OAuthOptions,
  PrepareContext,
  PreparedAuthorization,
  SubmitResult,
} from '../../src/index.js';

declare global {
  interface ImportMeta {
    /** What Storybook was started with. */
    readonly env?: Readonly<Record<string, string | undefined>>;
  }
}

/** Where `npm start` runs the backend of the demo, and its providers behind it. */
const backendPort = Number(import.meta.env?.['STORYBOOK_BACKEND_PORT'] ?? 6008);
const backend = `http://127.0.0.1:${backendPort}`;

/** The addresses of the providers, by the keys of the variables that name them. */
export const providers = {
  provider: `http://127.0.0.1:${backendPort + 1}`,
  olderProvider: `http://127.0.0.1:${backendPort + 2}`,
};

/** The page makes the request. */
export const built: OAuthOptions = {
  redirectUri: new URL('callback/callback.html', document.baseURI).href,
  allowLoopback: true,
};

/** The backend makes the request. */
export const prepared: OAuthOptions = {
  ...built,
  prepare: (context: PrepareContext, {signal}: {signal: AbortSignal}) =>
    post<PreparedAuthorization>('/prepare', context, signal),
};

/** Has the backend exchange what was granted, and answers whose account it is. */
export const exchange = ({credential, signal}: KeyslotSubmitEvent): Promise<SubmitResult> =>
  post<SubmitResult>('/', credential, signal);

async function post<T>(path: string, body: object, signal: AbortSignal): Promise<T> {
  const response = await fetch(backend + path, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
    signal,
  });
  const answer = (await response.json()) as T;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- `{message, fields}` for the form
  if (!response.ok) throw answer;
  return answer;
}

/** A window that goes nowhere, so that a story can show what is said of it. */
export class StillWindow {
  closed = false;
  readonly document = document.implementation.createHTMLDocument();
  readonly location = {replace: () => {}};

  focus(): void {}

  close(): void {
    this.closed = true;
  }
}

/** Opens this in place of windows; `null` is what a browser does that blocks them. */
export function openInstead(opened: StillWindow | null): void {
  window.open = () => opened as unknown as Window | null;
}
