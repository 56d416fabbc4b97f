import type { Features } from '../../../subgraphs/agency/matching/features.ts';
import { blockingKeys, indexedKeys } from '../../../subgraphs/agency/matching/indexed-keys.ts';
import { type Score, score } from '../../../subgraphs/agency/matching/score.ts';

/** A record to compare, and its name. */
export interface Compared<Id> {
  id: Id;
  features: Features;
}

export interface Candidate<Id> {
  id: Id;
  score: Score;
}

/** Records in memory by the keys of the matcher, so that one is compared with few of many. */
export class CandidateIndex<Id> {
  readonly #byKey = new Map<string, Compared<Id>[]>();

  add(record: Compared<Id>): void {
    for (const key of indexedKeys(record.features)) {
      const known = this.#byKey.get(key);
      if (known) known.push(record);
      else this.#byKey.set(key, [record]);
    }
  }

  /** Those that may be the same person, the likeliest first. */
  candidatesOf(features: Features): Candidate<Id>[] {
    const found = new Set(blockingKeys(features).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...found]
      .map((record) => ({ id: record.id, score: score(features, record.features) }))
      .filter((candidate) => candidate.score.band !== undefined)
      .sort((one, other) => other.score.total - one.score.total);
  }
}
