import type { DossierRecord, HistoryAction } from '../dossiers/record.ts';
import { type Author, takenBefore } from '../dossiers/writing/step.ts';
import type { DossierWrites } from '../dossiers/writing/store.ts';
import { isDuplicate } from '../duplicate.ts';
import type { LinkChanges } from './changes.ts';
import { stepWithLinks } from './steps.ts';

/** Steps that nobody of this agency takes: what the other agency tells, and what the passing of time does. */
export const bySystem = (by: string, key: string, at: Date): Author => ({
  by,
  mandate: { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' },
  at,
  idempotency: { key, fingerprint: by },
});

/**
 * Changes a dossier's links, as often as officers come between.
 * @param decide undefined when there is nothing to change
 * @returns whether the two would be joined with a third: then nothing is written
 */
export async function changeLinks(
  writes: Pick<DossierWrites, 'read' | 'take'>,
  id: string,
  author: Author,
  action: HistoryAction,
  decide: (dossier: DossierRecord) => LinkChanges | undefined,
): Promise<'DONE' | 'NOTHING' | 'THIRD_PERSON'> {
  for (;;) {
    const dossier = await writes.read(id);
    if (!dossier || takenBefore(dossier.history, author)) return 'NOTHING';
    const changes = decide(dossier);
    if (!changes) return 'NOTHING';
    try {
      const decision = stepWithLinks(dossier, author, action, changes);
      if ('step' in decision && (await writes.take(dossier, decision.step))) return 'DONE';
    } catch (error) {
      if (isDuplicate(error) || error instanceof RangeError) return 'THIRD_PERSON';
      throw error;
    }
  }
}
