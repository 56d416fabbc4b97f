import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atEndOfFile } from './end-of-file.ts';

/** A directory of the test file's own, gone after its last test. */
export function temporaryDirectory(): {
  path(name: string): string;
  write(name: string, content: string): URL;
} {
  const directory = mkdtempSync(join(tmpdir(), 'concord-test-'));
  atEndOfFile(() => rmSync(directory, { recursive: true, force: true }));
  const path = (name: string) => join(directory, name);
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return pathToFileURL(path(name));
    },
  };
}
