// Finds a Chrome or Chromium for the end-to-end tests and the benchmark, and installs one where there is none:
// Playwright's own download first (as root on Linux with the libraries it needs), then Debian's package (as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const candidates = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const isWindows = process.platform === 'win32';
const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** The path of an installed browser that really starts (a bare download may lack shared libraries), or null. */
export function findBrowser(paths = [chromium.executablePath(), ...candidates]) {
  return paths.find((path) => path && existsSync(path) && versionOf(path) !== null) ?? null;
}

/** What the browser says of itself; null where it does not start. */
function versionOf(path) {
  // Chrome on Windows opens a window instead of an answer, and brings its libraries along.
  if (isWindows) return 'version unknown';
  const asked = spawnSync(path, ['--version', '--no-sandbox'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 30_000,
  });
  return asked.status === 0 ? asked.stdout.toString().trim() : null;
}

function install() {
  const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', timeout: 600_000, shell: isWindows });
  console.log("No Chrome or Chromium that starts was found. Trying Playwright's own download ...");
  run('npx', ['playwright', 'install', ...(isLinuxRoot ? ['--with-deps'] : []), 'chromium']);
  if (findBrowser() || !isLinuxRoot || !existsSync('/usr/bin/apt-get')) return;
  console.log('Trying apt-get install chromium ...');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!findBrowser()) install();
  const path = findBrowser();
  if (!path) {
    console.error(
      'No Chrome or Chromium that starts could be found or installed. Install one, or set CHROME_PATH to its executable, and run this again.',
    );
    process.exit(1);
  }
  console.log(`Browser: ${path} (${versionOf(path)})`);
}
