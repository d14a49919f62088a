// Where browsers are found, and how they are started. Used before dependencies exist: `node:` only.
import {existsSync} from 'node:fs';

const candidates = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  webkitDriver: ['/usr/bin/WebKitWebDriver'],
  xvfb: ['/usr/bin/Xvfb'],
};

const find = (name, override) =>
  [override, ...candidates[name]].find((path) => path && existsSync(path));

export const findChromium = () => find('chromium', process.env.CHROMIUM_PATH);
export const findFirefox = () => find('firefox', process.env.FIREFOX_PATH);
export const findWebkitDriver = () => find('webkitDriver', process.env.WEBKIT_DRIVER_PATH);
export const findXvfb = () => find('xvfb', process.env.XVFB_PATH);

export const isRoot = process.getuid?.() === 0;

/** Chromium refuses to start as root with its sandbox on; the rest keeps it off the network. */
export const chromiumFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];
