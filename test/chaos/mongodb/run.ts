import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/end-to-end/until.ts';
import { agencies, type Name } from '../environment.ts';
import type { Fault, Scene } from './faults/fault.ts';
import type { Federation } from './federation.ts';
import type { Ledger } from './ledger.ts';
import type { Row } from './report.ts';
import { windowOf } from './window.ts';

const longestWait = 90_000;
/** Less than any fault takes with its writes: one that is begun later would not be over in time. */
const shortestFault = 10_000;

/** @throws when something is not over by a moment; it goes on, and nobody waits for it any more */
async function by<Result>(latest: number, going: Promise<Result>): Promise<Result> {
  const ended = new AbortController();
  const late = sleep(latest - Date.now(), undefined, { signal: ended.signal }).then(() => {
    throw new Error('the run was out of time');
  });
  try {
    return await Promise.race([going, late]);
  } finally {
    late.catch(() => undefined);
    ended.abort();
  }
}

export interface Conditions {
  federation: Federation;
  ledger: Ledger;
  /** The least number of writes of the agencies concerned that are acknowledged around a fault. */
  writes: number;
  /** When the last fault must be over, in milliseconds since 1970. */
  latest: number;
  /** Whom the load is on. */
  focus(of: readonly Name[]): void;
}

/** Brings back whatever a fault that went wrong has left frozen or ended. */
async function repair({ sets, services }: Federation): Promise<void> {
  await Promise.all(
    agencies.map(async (name) => {
      for (const member of sets[name].members) member.thaw();
      await Promise.all(sets[name].members.map((member) => member.start()));
      await sets[name].settled();
    }),
  );
  for (const service of Object.values(services)) if (!service.isRunning) await service.start();
}

/** Makes one fault between writes that succeed before it and after it. */
export async function make(fault: Fault, conditions: Conditions): Promise<Row> {
  const { federation, ledger, writes, latest, focus } = conditions;
  const began = Date.now();
  const end = (outcome: Row['outcome']): Row => ({
    fault,
    outcome,
    window: windowOf(ledger, fault.of, began, Date.now()),
  });
  const untilSince = (of: readonly Name[], since: number, number: number) =>
    until(
      () => ledger.writesSince(of, since) >= number,
      Math.min(longestWait, latest - Date.now()),
      () => `${ledger.writesSince(of, since)} of ${number} writes of ${of.join(' and ')}`,
    );
  const scene: Scene = {
    federation,
    ledger,
    untilServed: (of, number) => untilSince(of, Date.now(), number),
  };
  if (began > latest - shortestFault) return end({ failure: 'the run was out of time' });
  focus(fault.of);
  try {
    // A fifth of the writes before the fault and a fifth after it, or all could lie on one side.
    const part = Math.ceil(writes / 5);
    await untilSince(fault.of, began, part);
    const proof = await by(latest, fault.happen(scene));
    await untilSince(fault.of, Date.now(), part);
    await untilSince(fault.of, began, writes);
    return end({ proof });
  } catch (error) {
    await repair(federation).catch(() => undefined);
    await sleep(1_000);
    return end({ failure: (error as Error).message });
  }
}
