import { bySystem, changeLinks, type LinkWrites } from '../actions/change-links.ts';
import { changeEveryLink } from '../records/dossier/links/link-changes.ts';
import type { UnansweredLinks } from '../storage/stores/link-lookups.ts';

/**
 * Writes that decisions which the other agency has not answered have ended, whether it would not answer, or has no such dossier:
 * nobody can tell the two apart. They ended at their time; this tells so. A dossier that others write at the moment is left to the
 * next run.
 * @returns the number of dossiers
 */
export async function lapseLinks(
  unanswered: UnansweredLinks,
  writes: LinkWrites,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let lapsed = 0;
  for await (const id of unanswered.due(now)) {
    if (signal?.aborted) break;
    const author = bySystem('lapse', `lapse ${now.toISOString()}`, now);
    const done = await changeLinks(writes, id, author, 'LAPSE_LINK', (dossier) =>
      changeEveryLink(dossier, { kind: 'LAPSE', at: now }),
    );
    if (done === 'DONE') lapsed++;
  }
  return lapsed;
}
