// The pages of the providers: what a user of another company's application meets in the window.

/** The headers of every page. A form's target is not restricted: it redirects to the application. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

const scopeWords = {
  openid: 'Know who you are',
  'orders:read': 'Read your orders',
  'orders:write': 'Change your orders',
  'customers:read': 'Read your customers',
};

/** What an application can ask for. */
export const scopes = Object.keys(scopeWords);

/** Asks who the user is. Any name will do. */
export const signInPage = () =>
  page(
    'Sign in',
    `<form method="post">
      <label for="username">User name</label>
      <input id="username" name="username" autocomplete="username" required autofocus />
      <button id="sign-in" class="primary">Sign in</button>
    </form>`,
  );

/**
 * Asks whether an application may have what it asks for.
 *
 * @param user - Who is signed in, where the provider knows.
 * @param fields - What the form sends along with the decision.
 */
export const consentPage = ({application, user, scopes = [], fields = {}}) =>
  page(
    `Allow ${application} to use your account?`,
    `${user === undefined ? '' : `<p>You are signed in as <strong>${escaped(user)}</strong>.</p>`}
    ${scopes.length === 0 ? '' : scopeList(scopes)}
    <form method="post">
      ${Object.entries(fields)
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}" />`)
        .join('\n')}
      <button id="allow" class="primary" name="decision" value="allow">Allow</button>
      <button id="deny" name="decision" value="deny">Deny</button>
    </form>`,
  );

/** Says what is wrong where the user cannot be sent back. */
export const problemPage = (problem) =>
  page('This did not work', `<p id="problem">${escaped(problem)}</p>`);

const scopeList = (scopes) =>
  `<p id="asks">It asks to:</p>
    <ul aria-labelledby="asks">
      ${scopes
        .map((scope) => `<li>${escaped(scopeWords[scope])} <code>${escaped(scope)}</code></li>`)
        .join('\n')}
    </ul>`;

const page = (heading, content) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <title>${escaped(heading)} – Example provider</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <p>Example provider</p>
      <h1>${escaped(heading)}</h1>
      ${content}
    </main>
  </body>
</html>
`;

const style = `
      :root {
        color-scheme: light dark;
        font: 1rem/1.5 system-ui, sans-serif;
        overflow-wrap: anywhere;
      }
      main {
        max-inline-size: 24rem;
        margin: 2rem auto;
        padding-inline: 1rem;
      }
      h1 {
        font-size: 1.375rem;
        line-height: 1.3;
      }
      form {
        display: grid;
        gap: 0.75rem;
        margin-block-start: 1.5rem;
      }
      input,
      button {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid GrayText;
        border-radius: 0.375rem;
        font: inherit;
      }
      .primary {
        border-color: CanvasText;
        background: CanvasText;
        color: Canvas;
      }
`;

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
