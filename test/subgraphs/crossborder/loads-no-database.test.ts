import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');

/** How many modules of a database's driver a process has when it has loaded a file. */
function driversLoaded(file: string): number {
  const script = `
    import { createRequire } from 'node:module';
    await import('./${file}');
    const loaded = Object.keys(createRequire(process.cwd() + '/').cache);
    process.stdout.write(String(loaded.filter((name) => /node_modules.(mongoose|mongodb)./.test(name)).length));`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return Number(execFileSync(process.execPath, flags, { cwd: root, env, encoding: 'utf8' }));
}

describe('the gateway’s process', () => {
  test.each(['subgraphs/crossborder/schema.ts', 'gateway/federation/federation.ts'])(
    'loads no database with %s',
    (file) => {
      expect(driversLoaded(file)).toBe(0);
    },
  );

  test('and an agency’s does', () => {
    expect(driversLoaded('subgraphs/agency/storage/models/dossier-model.ts')).toBeGreaterThan(0);
  });
});
