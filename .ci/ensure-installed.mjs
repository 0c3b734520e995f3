/**
 * Runs before every command of this project, on whatever Node the machine has (20.19 or newer): plain
 * JavaScript, nothing but Node. Installs what the lock file names when that is missing or out of date,
 * and makes sure that the commands will find a Node that runs TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Runs `.ts` files as they are, and has `node:sqlite` without a flag. */
const neededNode = [22, 19];

installIfOutdated();
requireNode();

function installIfOutdated() {
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== null && installed >= (modifiedAt('package-lock.json') ?? 0)) return;
  console.log(installed === null ? 'Installing what Baton needs…' : 'The lock file has changed: installing…');
  // Through npm's own script where npm tells it: a shell alias or another npm on the PATH cannot step in.
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci', '--include=optional', '--include=dev'], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawnSync('npm', ['ci', '--include=optional', '--include=dev'], { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`\nThe installation failed${error ? ` (${error.message})` : ''}. Nothing was started.`);
  console.error('It needs the network once. When it is back, give the same command again.');
  process.exit(1);
}

/** The scripts run `node` as npm finds it: `node_modules/.bin` first, then the machine's own. */
function requireNode() {
  const { stdout } = spawnSync('node', ['--version'], { cwd: root, encoding: 'utf8' });
  const version = (stdout ?? '').trim();
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return;
  const { engines } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  console.error(
    `Baton needs Node ${neededNode.join('.')} or newer to run, and found ${version || 'none'}.\n` +
      'On Linux (x64, arm64) it brings its own, as an optional dependency, which is missing here:\n' +
      `run \`npm ci --include=optional\` (any Node ${engines.node} will do for that), or install Node 24 from https://nodejs.org.`,
  );
  process.exit(1);
}

/** Milliseconds, or null when there is no such file. */
function modifiedAt(path) {
  return statSync(new URL(`../${path}`, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
