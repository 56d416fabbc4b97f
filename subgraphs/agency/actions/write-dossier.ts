import { callerError } from '../../../server/errors.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { CheckedInput } from '../records/checks/check-dossier.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import type { Author, Decision } from '../records/dossier/step.ts';
import { newDossier } from '../records/dossier/steps/new-dossier.ts';
import { withoutRoom } from '../records/dossier/without-room.ts';
import type { HistoryEntry } from '../records/history/history-entry.ts';
import { invalid, type Outcome, stale, unknownRecord } from '../records/outcome.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

const reused = () =>
  callerError(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotency-key was already used for another request. Use a new key for a new request.',
  );

/** The same key must mean the same request, or an answer would be for what was not asked. */
function demandSameRequest(taken: HistoryEntry | undefined, author: Author): void {
  if (taken?.idempotency.fingerprint !== author.idempotency.fingerprint) throw reused();
}

/** Records a new dossier once, however often the request is sent. */
export async function recordDossier(
  writes: DossierWrites,
  agency: Agency,
  input: CheckedInput,
  author: Author,
): Promise<DossierRecord> {
  const recording = newDossier(agency, input, author);
  if (await writes.insert(recording)) return recording.dossier;
  const recorded = await writes.recordedWith(recording.dossier.recordedWith);
  if (!recorded) throw new Error('a recorded dossier has gone');
  demandSameRequest(await writes.taken(recorded._id, author), author);
  await writes.confirm(recorded._id);
  return recorded;
}

/** The parts of a request that a step takes: the way in which dossiers are written, and the record of its reads. */
export interface Stepping {
  stores: { writes: DossierWrites };
  reads: { note(dossier: DossierRecord): void };
}

/** Officers who all write at once are few; whoever does it five times within one step is none. */
const mostAttempts = 5;

/**
 * Takes a step on a dossier, from the version that the officer read: of two steps from one version one is taken, and the
 * other is told so. A request that was taken before is answered as it was then.
 * Every answer but that there is no such dossier says something of it, a refusal too, so the officer's step is a read as well.
 * @param target without a version for a step that is right on whatever the dossier has become, such as a recall
 */
export async function stepDossier(
  { stores: { writes }, reads }: Stepping,
  target: { dossier: string; version?: number },
  author: Author,
  decide: (dossier: DossierRecord) => Decision | Promise<Decision>,
): Promise<Outcome<{ written: string }>> {
  for (let attempt = 1; ; attempt++) {
    const [dossier, taken] = await Promise.all([
      writes.read(target.dossier),
      writes.taken(target.dossier, author),
    ]);
    if (!dossier) return unknownRecord(target.dossier);
    reads.note(dossier);
    if (taken) {
      demandSameRequest(taken, author);
      await writes.confirm(dossier._id);
      return { written: dossier._id };
    }
    const mayTry =
      target.version === undefined ? attempt <= mostAttempts : dossier.version === target.version;
    if (!mayTry) return stale(dossier.version);

    const decision = await decide(dossier);
    if ('unknown' in decision) return unknownRecord(decision.unknown);
    if ('problems' in decision) return invalid(decision.problems);
    const full = withoutRoom(dossier, decision.step);
    if (full) return invalid(full.problems);
    if (await writes.take(dossier, decision.step)) return { written: dossier._id };
  }
}
