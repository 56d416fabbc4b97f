import type { HistoryAction } from '../../../terms/enums.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { type LinkChanges, linkFields } from '../records/dossier/links/link-changes.ts';
import { stepWithLinks } from '../records/dossier/links/link-steps.ts';
import type { Author } from '../records/dossier/step.ts';
import type { DossierWrites, DossierWritten } from '../storage/stores/dossier-writes.ts';
import { takeStep } from './take-step.ts';

/** The author of steps that nobody of this agency takes: those that the other agency causes, and those that time does. */
export const bySystem = (by: string, key: string, at: Date): Author => ({
  by,
  mandate: { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' },
  at,
  idempotency: { key, fingerprint: by },
});

/** The writes of links that no officer asks for. */
export type LinkWrites = Pick<DossierWrites, 'read' | 'taken' | 'take' | 'note'>;

/**
 * The number of steps caused by another agency that stay in a history, the latest: they must not fill a dossier. The inbox keeps the
 * messages.
 */
export const mostTold = 50;

async function write(
  writes: LinkWrites,
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changes: LinkChanges,
): Promise<DossierWritten> {
  if (changes.isQuiet) {
    const fields = linkFields(changes.links);
    if (fields === 'THIRD_PERSON') return fields;
    const { forgets = {}, messages } = changes;
    return writes.note(dossier, { ...fields, messages, forgets });
  }
  const bounded =
    action === 'TELL_LINK'
      ? { ...changes, forgets: { ...changes.forgets, keepTold: mostTold - 1 } }
      : changes;
  const result = stepWithLinks(dossier, author, action, bounded);
  return 'step' in result ? writes.take(dossier, result.step) : 'THIRD_PERSON';
}

/**
 * Changes a dossier's links, once for each key of an author.
 * @param decide undefined when there is nothing to change
 * @returns NOTHING, THIRD_PERSON, CONTENDED (see `takeStep`) or its refusal: then nothing is written
 */
export async function changeLinks<Refusal extends string = never>(
  writes: LinkWrites,
  id: string,
  author: Author,
  action: HistoryAction,
  decide: (dossier: DossierRecord) => LinkChanges | { refused: Refusal } | undefined,
): Promise<'DONE' | 'NOTHING' | 'THIRD_PERSON' | 'CONTENDED' | Refusal> {
  type Answer = 'NOTHING' | Refusal;
  const taken = await takeStep({
    read: () => Promise.all([writes.read(id), writes.taken(id, author)]),
    decide([dossier, before]):
      | { step: { dossier: DossierRecord; changes: LinkChanges } }
      | { answer: Answer } {
      const changes = dossier && !before ? decide(dossier) : undefined;
      if (!dossier || !changes) return { answer: 'NOTHING' };
      return 'refused' in changes ? { answer: changes.refused } : { step: { dossier, changes } };
    },
    write: ({ dossier, changes }) => write(writes, dossier, author, action, changes),
  });
  switch (taken.kind) {
    case 'WRITTEN':
      return 'DONE';
    case 'ANSWERED':
      return taken.answer;
    case 'REFUSED':
      return taken.refusal;
    case 'CONTENDED':
      return taken.kind;
  }
}
