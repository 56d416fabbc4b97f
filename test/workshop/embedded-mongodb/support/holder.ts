import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../../../workshop/embedded-mongodb/run.ts', import.meta.url));

/** A process that holds a data directory and runs a server over it; itself, and the server's address. */
export type Holder = { readonly process: ChildProcess; readonly uri: string; readonly serverPid: number };

/** Started as `npm start` would be: by another process, so that it can be killed without its knowing. */
export function startHolder(
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Holder> {
  const child = spawn(process.execPath, ['--import', 'tsx', RUN, directory], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.stdout.setEncoding('utf8').once('data', (line: string) => {
      const { uri, pid } = JSON.parse(line) as { uri: string; pid: number };
      resolve({ process: child, uri, serverPid: pid });
    });
    child.once('exit', (code) => reject(new Error(`the holder ended with ${code}: ${errors}`)));
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves to the milliseconds until the process was gone; fails when it still lives after `limit`. */
export async function untilGone(pid: number, limit: number): Promise<number> {
  const start = Date.now();
  while (isAlive(pid)) {
    if (Date.now() - start > limit) {
      throw new Error(`process ${pid} still lives after ${limit} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Date.now() - start;
}
