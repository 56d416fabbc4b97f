import type { HistoryAction } from '../../../terms/enums.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { type LinkChanges, linkFields } from '../records/dossier/links/link-changes.ts';
import { stepWithLinks } from '../records/dossier/links/link-steps.ts';
import type { Author } from '../records/dossier/step.ts';
import { isDuplicate } from '../storage/driver-errors/is-duplicate.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

/** Steps that nobody of this agency takes: what the other agency tells, and what the passing of time does. */
export const bySystem = (by: string, key: string, at: Date): Author => ({
  by,
  mandate: { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' },
  at,
  idempotency: { key, fingerprint: by },
});

/** What writes links that no officer asks for. */
export type LinkWrites = Pick<DossierWrites, 'read' | 'taken' | 'take' | 'note'>;

/**
 * So many of the steps that another agency has caused stay in a history, the latest: it must not fill a dossier. The inbox keeps
 * the messages.
 */
export const mostTold = 50;

function write(
  writes: LinkWrites,
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changes: LinkChanges,
): Promise<boolean> {
  if (changes.isQuiet) {
    const { set, unset } = linkFields(changes.links);
    const { forgets = {}, messages } = changes;
    return writes.note(dossier, { set, unset, messages, forgets });
  }
  const bounded =
    action === 'TELL_LINK'
      ? { ...changes, forgets: { ...changes.forgets, keepTold: mostTold - 1 } }
      : changes;
  const decision = stepWithLinks(dossier, author, action, bounded);
  return 'step' in decision ? writes.take(dossier, decision.step) : Promise.resolve(false);
}

/**
 * Changes a dossier's links, as often as officers come between.
 * @param decide undefined when there is nothing to change
 * @returns whether the two would be joined with a third, or why else it cannot be: then nothing is written
 */
export async function changeLinks<Refusal extends string = never>(
  writes: LinkWrites,
  id: string,
  author: Author,
  action: HistoryAction,
  decide: (dossier: DossierRecord) => LinkChanges | { refused: Refusal } | undefined,
): Promise<'DONE' | 'NOTHING' | 'THIRD_PERSON' | Refusal> {
  for (;;) {
    const [dossier, taken] = await Promise.all([writes.read(id), writes.taken(id, author)]);
    if (!dossier || taken) return 'NOTHING';
    const changes = decide(dossier);
    if (!changes) return 'NOTHING';
    if ('refused' in changes) return changes.refused;
    try {
      if (await write(writes, dossier, author, action, changes)) return 'DONE';
    } catch (error) {
      if (isDuplicate(error) || error instanceof RangeError) return 'THIRD_PERSON';
      throw error;
    }
  }
}
