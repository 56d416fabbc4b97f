import { setTimeout as sleep } from 'node:timers/promises';
import { type Launched, launchScript } from '../support/end-to-end/processes.ts';
import type { Name } from './environment.ts';
import type { ChaosStack } from './stack.ts';

const longestStart = 60_000;
const longestPause = 60_000;

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A subgraph that stops for good when its channel comes to a stage, if one is named, and serves until then. */
export async function startInstance(
  stack: ChaosStack,
  name: Name,
  { deduplication, stage }: { deduplication: string; stage?: string },
): Promise<Launched> {
  const launched = launchScript(
    'test/chaos/subgraph.ts',
    stack.environment,
    ...['--agency', name, '--deduplication', deduplication],
    ...(stage !== undefined ? ['--pause-at', stage] : []),
  );
  let hasEnded = false;
  launched.exited.then(() => {
    hasEnded = true;
  });
  const latest = Date.now() + longestStart;
  while (!hasEnded && !launched.output().includes('"paused"') && !(await isReady(stack.ports[name]))) {
    if (Date.now() > latest) throw new Error(`${name} does not start`);
    await sleep(50);
  }
  if (hasEnded) throw new Error(`${name} has ended: ${launched.errors()}${launched.output()}`);
  return launched;
}

/** Kills it once it has come to its stage. @returns whether it has */
export async function killAtStage(launched: Launched): Promise<boolean> {
  const latest = Date.now() + longestPause;
  while (!launched.output().includes('"paused"') && Date.now() < latest) await sleep(10);
  const hasPaused = launched.output().includes('"paused"');
  launched.signal('SIGKILL');
  await launched.exited;
  return hasPaused;
}

const longestLife = 2_500;

/** Kills it at some moment of its work. @returns whether it was alive until then */
export async function killAtAnyMoment(launched: Launched): Promise<boolean> {
  let hasEnded = false;
  launched.exited.then(() => {
    hasEnded = true;
  });
  await sleep(Math.random() * longestLife);
  if (hasEnded) return false;
  launched.signal('SIGKILL');
  await launched.exited;
  return true;
}
