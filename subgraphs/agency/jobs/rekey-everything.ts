import type { MatchKeys } from '../matching/tokens.ts';
import type { NodeNaming } from '../records/formats/text/node-id.ts';
import type { NamingStore } from '../storage/naming/naming-store.ts';
import type { RekeyingStore } from '../storage/stores/rekeying-store.ts';
import { type RekeyingOptions, type RekeyingReport, rekey } from './rekey.ts';

/** The results of a run; `renamed` are the dossiers whose shared things have got names under the present key. */
export type WholeReport = RekeyingReport & { renamed: number };

interface RekeyingParts {
  rekeying: RekeyingStore;
  names: NamingStore;
  matchKeys: MatchKeys;
  naming: NodeNaming;
  /** The dossiers that were renamed when the database was opened, which the first run tells of. */
  renamed: number;
}

/** Brings match tokens under the current key, and names that an instance under another key has written since the database was opened. */
export function rekeyEverything({ rekeying, names, matchKeys, naming, renamed }: RekeyingParts) {
  let untold = renamed;
  return async (options?: RekeyingOptions): Promise<WholeReport> => {
    const named = untold + (await names.nameAnew(options?.signal));
    untold = 0;
    const { rekeyed, left } = await rekey(rekeying, matchKeys, naming, options);
    return { rekeyed, renamed: named, left: Math.max(left, await names.left()) };
  };
}
