import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ended, launchScript, processesOf } from '../../support/end-to-end/processes.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

const run = promisify(execFile);

/** Far longer than it takes, in milliseconds: a busy machine does not make a backup fail. */
const longestExport = 300_000;

/** The environments of the stack's processes that run a file, as somebody reads them who has broken into one. */
async function environmentsOf({ dataDirectory }: Target, file: string): Promise<string[]> {
  const running = await processesOf(dataDirectory);
  return running
    .filter(({ command }) => command.includes(file))
    .map(({ pid }) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
}

async function holds(target: Target, file: string, variable: string): Promise<boolean> {
  const environments = await environmentsOf(target, file);
  if (environments.length === 0) throw new Error(`no process runs ${file}`);
  return environments.some((environment) =>
    environment.split('\0').some((each) => each.startsWith(`${variable}=`)),
  );
}

/** Whether an export beside the running stack fails. One that is still under way after minutes has not. */
async function exportFails(target: Target, name: string): Promise<boolean> {
  const file = join(target.dataDirectory, name);
  const { code, complaints } = await ended(
    launchScript('commands/export.ts', target.settings, '--agency', 'belarus', file),
    longestExport,
  );
  if (typeof code !== 'number') throw new Error(`the export did not end: ${complaints.join(' ')}`);
  return code !== 0;
}

async function isServed(address: string): Promise<boolean> {
  const { stdout } = await run('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', address]);
  return stdout === '200';
}

export const operationAttacks: readonly Attack[] = [
  {
    mend: 'own keys',
    name: 'the key of an agency’s channel, in the environment of the gateway',
    control: (target) => holds(target, 'gateway/start.ts', 'GATEWAY_SIGNING_KEY'),
    attempt: (target) => holds(target, 'gateway/start.ts', 'BELARUS_CHANNEL_KEY'),
  },
  {
    mend: 'own keys',
    name: 'the key of the gateway, in the environment of a subgraph',
    control: (target) => holds(target, 'subgraphs/belarus/start.ts', 'BELARUS_CHANNEL_KEY'),
    attempt: (target) => holds(target, 'subgraphs/belarus/start.ts', 'GATEWAY_SIGNING_KEY'),
  },
  {
    mend: 'port of metrics',
    name: 'metrics, where the API is served',
    control: (target) => isServed(`${target.gateway}/health/live`),
    attempt: (target) => isServed(`${target.gateway}/metrics`),
  },
  {
    mend: 'export beside a service',
    name: 'a service that is kept running, so that no backup can be made',
    control: (target) => exportFails(target, join('no', 'such', 'directory')),
    attempt: (target) => exportFails(target, 'export.jsonl'),
  },
];
