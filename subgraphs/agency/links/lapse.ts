import type { DossierWrites } from '../dossiers/writing/store.ts';
import { changeEveryLink } from './changes.ts';
import { bySystem, changeLinks } from './unattended.ts';

/** Where links that nobody answers are found. */
export interface UnansweredLinks {
  /** The dossiers with a link that lapses by then. */
  due(now: Date): AsyncIterable<string>;
}

/**
 * Ends the decisions that the other agency has not answered, whether it would not, or has no such dossier: nobody can tell
 * the two apart.
 * @returns on how many dossiers
 */
export async function lapseLinks(
  unanswered: UnansweredLinks,
  writes: DossierWrites,
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
