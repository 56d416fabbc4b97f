import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Every source file below a folder of the repository. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();

/** A hook of the module loader that tells of every module it resolves; those that are required are in the cache of `require`. */
const hook = `
  export async function initialize({ port }) { globalThis.port = port; }
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    globalThis.port.postMessage(found.url);
    return found;
  }`;

const script = (files: readonly string[]): string => `
  import { createRequire, register } from 'node:module';
  import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
  const { port1, port2 } = new MessageChannel();
  register('data:text/javascript,${encodeURIComponent(hook)}', { data: { port: port2 }, transferList: [port2] });
  for (const file of ${JSON.stringify(files)}) await import('.//' + file);
  const loaded = Object.keys(createRequire(process.cwd() + '/').cache);
  for (let told; (told = receiveMessageOnPort(port1)); ) loaded.push(told.message);
  process.stdout.write(JSON.stringify(loaded));
  port1.close();`;

/** The names of the packages that a fresh process has loaded once it has loaded these files, in alphabetical order. */
export function loadedPackages(files: readonly string[]): string[] {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script(files)];
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const loaded = JSON.parse(execFileSync(process.execPath, flags, options)) as string[];
  const names = loaded.flatMap((name) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
  // What reads TypeScript is in every process.
  return [...new Set(names)].filter((name) => !['tsx', 'esbuild', 'get-tsconfig'].includes(name)).sort();
}
