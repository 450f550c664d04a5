// Runs one npm script to its end or to its time limit, and leaves no process of it behind. Through npm, which puts the
// project's own Node ahead of the machine's.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const WINDOWS = process.platform === 'win32';

export function runScript(name, { args = [], env = {}, seconds = 300 } = {}) {
  const child = spawn('npm', ['run', '--silent', name, ...(args.length ? ['--', ...args] : [])], {
    // A group of its own, so that what the script started can be ended with it.
    detached: !WINDOWS,
    shell: WINDOWS,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const endAll = () => {
    try {
      if (WINDOWS) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  const interrupted = () => {
    endAll();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

  let output = '';
  let note;
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const limit = setTimeout(() => {
    note = `stopped after ${seconds} s`;
    endAll();
  }, seconds * 1000);

  return new Promise((done) => {
    const finish = (ok) => {
      clearTimeout(limit);
      endAll();
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      done({ ok, output: stripVTControlCharacters(output), note });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(false);
    });
    // `exit` comes before the pipes are empty; a grandchild that holds them open must not hold us up.
    child.once('exit', (code) => setTimeout(finish, 100, code === 0));
  });
}
