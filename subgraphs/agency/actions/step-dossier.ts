import type { ActionOutcome } from '../records/action-outcome.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { joinsThirdPerson } from '../records/dossier/links/link-steps.ts';
import type { Author, Step } from '../records/dossier/step.ts';
import { withoutRoom } from '../records/dossier/without-room.ts';
import { dayOfCase } from '../storage/officer-days/officer-day-store.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';
import { demandWithinDay } from './demand-within-day.ts';
import { type AskedStep, stepOfOfficer } from './step-of-officer.ts';

/** The parts of a request that a step takes: the way in which dossiers are written, and the record of its reads. */
export interface SteppingOnDossiers {
  stores: { writes: DossierWrites };
  reads: { note(dossier: DossierRecord): void };
}

/** Takes an officer's step on a dossier, see `stepOfOfficer`. */
export async function stepDossier(
  { stores: { writes }, reads }: SteppingOnDossiers,
  { dossier, version }: { dossier: string; version?: number },
  author: Author,
  { demand, decide }: Required<Pick<AskedStep<DossierRecord, Step>, 'demand' | 'decide'>>,
): Promise<ActionOutcome<{ written: string }>> {
  const outcome = await stepOfOfficer(
    {
      async read() {
        const [kept, before] = await Promise.all([writes.read(dossier), writes.taken(dossier, author)]);
        return { kept, takenAs: before?.idempotency.fingerprint };
      },
      versionOf: (kept) => kept.version,
      confirm: writes.confirm,
      noteRead: reads.note,
      write: (step: Step, before) => writes.take(before, { ...step, assigned: author.assigned }),
      problemsOf: () => joinsThirdPerson.problems,
    },
    { id: dossier, ...(version !== undefined && { version }) },
    author,
    {
      demand,
      async decide(before) {
        const result = await decide(before);
        if (!('step' in result)) return result;
        await demandWithinDay(writes, author, result.step.counts);
        const { ofCase } = result.step;
        if (ofCase)
          await demandWithinDay(
            writes,
            { by: dayOfCase(ofCase.case), at: author.at },
            ofCase.counts,
            'A case',
          );
        return withoutRoom(before, result.step) ?? result;
      },
    },
  );
  return 'before' in outcome ? { written: outcome.before._id } : outcome;
}
