import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { addExampleAgency } from './add-example-agency.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const parts =
  'commands gateway identity playground/messages schema server subgraphs terms workshop test/support/third-agency package.json tsconfig.json rover.yaml';

const node = ['--import', 'tsx'];
const environment = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' };

/** A copy of the project with a third agency, its schema composed. */
export async function copyWithThirdAgency(copy: string): Promise<void> {
  for (const part of parts.split(' ')) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  addExampleAgency(copy);
  for (const script of ['enums', 'compose'])
    await promisify(execFile)(process.execPath, [...node, `workshop/scripts/${script}.ts`], {
      cwd: copy,
      env: environment,
    });
}

export interface StoodUp {
  ask(role: 'INVESTIGATOR' | 'LIAISON', query: string, variables?: object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

/** The third agency's subgraph and the gateway, out of the copy. */
export async function standUp(copy: string, uri: string): Promise<StoodUp> {
  const child = spawn(
    process.execPath,
    [...node, 'test/support/third-agency/stand-up.ts', join(copy, 'data'), uri, 'EXAMPLE'],
    { cwd: copy, env: environment, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(([code]) => Promise.reject(new Error(`it has ended with ${code}`))),
  ]);
  const { port, tokens } = JSON.parse(line);
  let asked = 0;
  return {
    async ask(role, query, variables = {}) {
      const response = await fetch(`http://localhost:${port}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${tokens[role]}`,
          'concord-purpose': 'INVESTIGATION',
          'concord-legal-basis': 'COOPERATION_AGREEMENT',
          'concord-case': 'EX-2026-000001',
          'idempotency-key': `third-agency-${asked++}`,
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
