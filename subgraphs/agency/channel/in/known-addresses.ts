import { LRUCache } from 'lru-cache';
import type { Agency } from '../../../../terms/agencies.ts';

/** Addresses of one agency: its instances, or the proxies in front of them. */
const mostOfAgency = 16;

/** Milliseconds for which an address is known: an agency greets every hour. */
const knownFor = 2 * 3_600_000;

/**
 * The addresses from which an agency has sent a genuine message lately. What comes from them is not let in by its address: it waits
 * beside other bodies of that agency, and not beside those of strangers.
 */
export class KnownAddresses {
  readonly #ofAgency = new Map<Agency, LRUCache<string, true>>();

  /** A genuine message of the agency came from the address. */
  note(address: string, agency: Agency): void {
    for (const [other, addresses] of this.#ofAgency) if (other !== agency) addresses.delete(address);
    const known = this.#ofAgency.get(agency) ?? new LRUCache({ max: mostOfAgency, ttl: knownFor });
    this.#ofAgency.set(agency, known.set(address, true));
  }

  agencyAt(address: string): Agency | undefined {
    for (const [agency, addresses] of this.#ofAgency) if (addresses.has(address)) return agency;
    return undefined;
  }
}
