import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A `mongod` that tells a version, listens, and stops on a signal: all that is asked of it before a driver connects. It
 * shows what is chosen and how it is started where the real one cannot be had. `bytes` pads it, since a download of less
 * than a megabyte is taken for a broken one.
 */
export async function fakeMongod(directory: string, version: string, bytes = 0): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'mongod');
  await writeFile(
    file,
    `#!${process.execPath}
const { createServer } = require('node:net');
const port = process.argv[process.argv.indexOf('--port') + 1];
if (process.argv.includes('--version')) {
  process.stdout.write('db version v${version}\\n');
} else {
  createServer().listen(Number(port), '127.0.0.1', () => process.stdout.write('Waiting for connections\\n'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}
//${' '.repeat(bytes)}
`,
    { mode: 0o755 },
  );
  return file;
}
