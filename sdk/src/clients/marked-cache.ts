import { type ApolloCache, gql } from '@apollo/client';
import type { KeptReceipts } from './kept-receipts.ts';
import { otherMandate } from './one-mandate.ts';

const marks = gql`query ConcordMarks { concordMandate concordReceipts }`;

interface Marks {
  concordMandate: string;
  concordReceipts: string;
}

/** The part that a cache keeps beside its answers, so that it is there too when a saved one is read again. */
export class MarkedCache {
  readonly #mandate: string;
  readonly #kept: KeptReceipts;
  #cache: ApolloCache;
  #written: string | undefined;

  /** @throws ConcordError INVALID_OPTION, as `claim` does */
  constructor(cache: ApolloCache, mandate: string, kept: KeptReceipts) {
    this.#mandate = mandate;
    this.#kept = kept;
    this.#cache = cache;
    this.claim(cache);
  }

  /**
   * Takes a cache for this mandate, with the receipts that it keeps.
   * @throws ConcordError INVALID_OPTION for a cache with answers of another mandate, or of none that is known
   */
  claim(cache: ApolloCache): void {
    this.#cache = cache;
    const found = this.read()?.concordMandate;
    if (found === this.#mandate) return;
    if (found !== undefined || Object.keys(cache.extract() as object).length > 0)
      throw otherMandate('This cache has answers of');
    this.write();
  }

  /** Reads the receipts of answers that were put back from a saved cache. */
  read(): Marks | null {
    const found = this.#cache.readQuery<Marks>({ query: marks });
    if (found?.concordMandate === this.#mandate && found.concordReceipts !== this.#written) {
      this.#written = found.concordReceipts;
      this.#kept.restore(found.concordReceipts);
    }
    return found;
  }

  write(): void {
    this.#written = this.#kept.saved();
    const data: Marks = { concordMandate: this.#mandate, concordReceipts: this.#written };
    this.#cache.writeQuery({ query: marks, data });
  }
}
