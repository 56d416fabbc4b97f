import type { NameScript } from '../../../terms/enums.ts';
import type { DossierValues } from '../records/values/value-kinds.ts';
import { nameKeys } from './names/name-key.ts';
import { ownSurnameBits, publishedShares } from './names/surname-bits.ts';
import { type OwnSurname, tokenOfSurname } from './own-surname.ts';
import type { MatchKey } from './tokens.ts';
import { weights } from './weights.ts';

/** Fewer dossiers say less of how common a name is than the published table. */
export const fewestDossiers = 2_000;

/** Counts, dossier by dossier, how many bear each surname. */
export class SurnameCount {
  #dossiers = 0;
  readonly #bearers = new Map<string, number>();
  /** By script and spelling, as most are met often. */
  readonly #keys = new Map<string, string[]>();

  #keysOf(surname: string, script: NameScript): string[] {
    const spelling = `${script} ${surname}`;
    const keys = this.#keys.get(spelling) ?? nameKeys('surname', surname, script);
    this.#keys.set(spelling, keys);
    return keys;
  }

  add(names: DossierValues['names']): void {
    this.#dossiers += 1;
    const keys = names.flatMap(({ kind, script, surname }) =>
      kind === 'HANDLE' || surname === undefined ? [] : this.#keysOf(surname, script),
    );
    for (const key of new Set(keys)) this.#bearers.set(key, (this.#bearers.get(key) ?? 0) + 1);
  }

  /**
   * The surnames that weigh otherwise than those of which nothing is known: a few hundred at most, as no more can be common, and no
   * rare one among them. None for too few dossiers.
   * @returns undefined for each of the others, since they are so many that whoever asks lets others have their turn among them
   */
  *weighed(key: MatchKey): Generator<OwnSurname | undefined> {
    if (this.#dossiers < fewestDossiers) return;
    const usual = weights.SURNAME.agreed;
    const published = publishedShares();
    const bitsOf = (surname: string) =>
      ownSurnameBits(surname, this.#bearers.get(surname) ?? 0, this.#dossiers, usual);
    for (const surname of published.keys())
      yield { _id: tokenOfSurname(key, surname), bits: bitsOf(surname) };
    for (const surname of this.#bearers.keys()) {
      if (published.has(surname)) continue;
      const bits = bitsOf(surname);
      yield bits < usual ? { _id: tokenOfSurname(key, surname), bits } : undefined;
    }
  }
}
