import {until} from '../support/until.mjs';

/** What a page expects that names what each file must hash to. */
export const integrity = {
  async 'refuses a part that is not the one of the release'(visit, host) {
    host.alter = (path, body) =>
      path.includes('outcome') ? Buffer.concat([body, Buffer.from('\n')]) : body;
    try {
      await visit.press('Connect an application');
      await visit.press('Token', 'radio');
      await until(
        () => visit.problems.some((text) => /digest.*'integrity'.*outcome/.test(text)),
        'the browser says that it has refused the part',
      );
    } finally {
      host.alter = (_path, body) => body;
    }
  },
};
