import type { Name } from '../environment.ts';

/** A write that an officer was told is done. */
export interface Write {
  /** Milliseconds since 1970, when the answer came. */
  at: number;
  agency: Name;
  dossier: string;
  /** The idempotency key that it was sent under, as often as it was. */
  key: string;
  /** Its trace in the dossier beside its key in the history, as `effectsOf` finds it there. */
  effect?: string;
}

/** A dossier that its owner has shown to an officer of the other agency. */
export interface Read {
  at: number;
  owner: Name;
  dossier: string;
  requestId: string;
}

/** A request that got no success, by its code; `NO_ANSWER` and `TIMEOUT` are the client's own. */
export interface Refusal {
  at: number;
  agency: Name;
  code: string;
  /** As the logs name the request too. */
  requestId: string;
}

/** All that officers were told during a run, in the order of time. */
export class Ledger {
  readonly writes: Write[] = [];
  readonly reads: Read[] = [];
  readonly refusals: Refusal[] = [];
  /** The dossiers of each agency that the other one may read. */
  readonly shared: Record<Name, string[]> = { belarus: [], russia: [] };
  /** When each request that took more than a second was sent, and for how long it went unanswered. */
  readonly slow: { at: number; agency: Name; milliseconds: number }[] = [];

  done(write: Omit<Write, 'at'>): void {
    this.writes.push({ ...write, at: Date.now() });
  }

  shown(read: Omit<Read, 'at'>): void {
    this.reads.push({ ...read, at: Date.now() });
  }

  refused(refusal: Omit<Refusal, 'at'>): void {
    this.refusals.push({ ...refusal, at: Date.now() });
  }

  took(agency: Name, at: number): void {
    const milliseconds = Date.now() - at;
    if (milliseconds > 1_000) this.slow.push({ at, agency, milliseconds });
  }

  /** Writes of these agencies since a time. */
  writesSince(agencies: readonly Name[], since: number): number {
    let count = 0;
    for (let index = this.writes.length - 1; index >= 0; index--) {
      const write = this.writes[index];
      if (!write || write.at < since) break;
      if (agencies.includes(write.agency)) count++;
    }
    return count;
  }

  refusalsSince(agencies: readonly Name[], since: number): number {
    return this.refusals.filter(({ at, agency }) => at >= since && agencies.includes(agency)).length;
  }
}
