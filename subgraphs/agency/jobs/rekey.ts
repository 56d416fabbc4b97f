import { loopTurn } from '../../../server/event-loop/loop-turn.ts';
import { matchAfter, matchUnder } from '../matching/match-under.ts';
import { keyInForm, type MatchKeys } from '../matching/tokens.ts';
import type { NodeNaming } from '../records/formats/text/node-id.ts';
import type { NewMatch, RekeyingStore } from '../storage/stores/rekeying-store.ts';

export interface RekeyingReport {
  rekeyed: number;
  /** Dossiers still under another key, because the run was told to stop before it came to them. */
  left: number;
}

export interface RekeyingOptions {
  signal?: AbortSignal;
  /** Has the index of the tokens made anew at the end, if it was this run that brought the last dossiers under the key. */
  renewsIndex?: boolean;
  /** Called after each batch with the number of its dossiers. */
  onProgress?: (dossiers: number) => void;
}

/** As many as the database writes while the next ones are worked out. */
const perBatch = 100;

/**
 * Brings the tokens of all dossiers under the current key, also of those that have none yet. The dossiers themselves say what is done,
 * so that the next run continues one that was killed, and two at once do no harm. A dossier that is amended meanwhile has been
 * written with new tokens, and is left as it is.
 */
export async function rekey(
  store: RekeyingStore,
  keys: Pick<MatchKeys, 'current'>,
  naming: NodeNaming,
  { signal, onProgress, renewsIndex = false }: RekeyingOptions = {},
): Promise<RekeyingReport> {
  const matchOf = matchUnder(keys, naming);
  const current = keyInForm(keys.current);
  let rekeyed = 0;
  let writing: { dossiers: number; done: Promise<number> } | undefined;
  const written = async () => {
    if (!writing) return;
    const { dossiers, done } = writing;
    writing = undefined;
    rekeyed += await done;
    onProgress?.(dossiers);
  };
  if (!signal?.aborted) {
    try {
      for await (const batch of store.underOtherKeys(current, perBatch)) {
        const made: NewMatch[] = [];
        for (const dossier of batch) {
          made.push({ dossier, match: matchAfter(matchOf, dossier, dossier) });
          // A batch takes 50 ms and more, in which a subgraph would answer nobody.
          if (loopTurn.isOver()) await loopTurn.next();
        }
        // The database writes a batch while the next one is read and worked out.
        await written();
        if (signal?.aborted) break;
        writing = { dossiers: made.length, done: store.rekey(made) };
        // What went wrong is thrown where it is waited for.
        writing.done.catch(() => undefined);
      }
    } finally {
      await written();
    }
  }
  const left = await store.left(current);
  if (renewsIndex && rekeyed > 0 && left === 0) await store.renewIndex();
  return { rekeyed, left };
}
