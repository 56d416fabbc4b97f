import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import {
  hasOpenReleases,
  type OperationOfReleases,
  releasesOfOperation,
} from '../../records/dossier/releases/operation-releases.ts';
import type { Step } from '../../records/dossier/step.ts';
import { operationState } from '../../records/operations/half/operation-state.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { OperationLookups } from '../../storage/operations/operation-lookups.ts';
import type { OperationStore } from '../../storage/operations/operation-store.ts';
import type { DossierWrites } from '../../storage/stores/dossier-writes.ts';
import { bySystem } from '../change-links.ts';
import { takeStep } from '../take-step.ts';

export interface SettlingReleases {
  operations: Pick<OperationStore, 'read' | 'write'>;
  lookups: Pick<OperationLookups, 'heardAt'>;
  writes: Pick<DossierWrites, 'read' | 'take'>;
}

/** Milliseconds for which nothing may be heard of the other agency: it may have ended the operation, and its word may not come through. */
export const longestSilence = 24 * 3_600_000;

/** The name under which histories tell what an operation has made of its releases. Whoever reads it may not know that there is one. */
const termName = 'term';

/** What the operation makes of the releases that were given for it. */
export function releasesUnder(
  { operation }: Pick<OperationRecord, 'operation'>,
  heardAt: Date | undefined,
  now: Date,
): OperationOfReleases['releases'] {
  const state = operationState(operation, now);
  if (state === 'SUSPENDED') return 'HELD';
  if (state !== 'AGREED' && state !== 'ACTIVE') return 'OVER';
  return heardAt && now.getTime() - heardAt.getTime() < longestSilence ? 'OPEN' : 'HELD';
}

/** Has the releases of one dossier follow the operation. @returns whether it has such as may still open something */
async function settleDossier(
  { writes }: Pick<SettlingReleases, 'writes'>,
  id: string,
  operation: OperationOfReleases,
  now: Date,
): Promise<boolean> {
  const author = bySystem(termName, `${operation.id} ${operation.releases} ${now.toISOString()}`, now);
  const taken = await takeStep<
    DossierRecord | null,
    { dossier: DossierRecord; step: Step },
    boolean,
    'THIRD_PERSON'
  >({
    read: () => writes.read(id),
    decide(dossier) {
      const result = dossier ? releasesOfOperation(dossier, operation, author) : undefined;
      if (!dossier || !result || !('step' in result))
        return { answer: dossier !== null && hasOpenReleases(dossier, operation.id, now) };
      return { step: { dossier, step: result.step } };
    },
    write: ({ dossier, step }) => writes.take(dossier, step),
  });
  // A release is open or held from now on; whether another one is left is seen the next time.
  return taken.kind === 'ANSWERED' ? taken.answer : true;
}

/**
 * Has the releases that were given for an operation follow it: open while it goes on, held while it is suspended or the other agency is silent,
 * ended with it. It can be done again, and by several instances at once.
 */
export async function settleReleases(stores: SettlingReleases, id: string, now: Date): Promise<void> {
  const { operations, lookups } = stores;
  const record = await operations.read(id);
  if (!record?.releasing) return;
  const releases = releasesUnder(record, await lookups.heardAt(record.other), now);
  const left: string[] = [];
  for (const dossier of record.releasing)
    if (await settleDossier(stores, dossier, { id, releases }, now)) left.push(dossier);
  if (left.length === record.releasing.length) return;
  const { releasing: _settled, ...contents } = contentsOf(record);
  // Where somebody has written it since, the next look does it.
  const after = { ...contents, ...(left.length > 0 && { releasing: left }), version: record.version + 1 };
  await operations.write(withColumns(after, now));
}
