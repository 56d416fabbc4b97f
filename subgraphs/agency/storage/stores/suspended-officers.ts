import { setTimeout as sleep } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { officerDigest, type Suspended } from '../../../../identity/suspended.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { officerKey, type Viewer } from '../../../../terms/viewer.ts';
import type { SuspensionRecord } from '../../records/suspensions/suspension-record.ts';

type Officer = Pick<Viewer, 'agency' | 'subject'>;

/** Milliseconds between two looks at what other instances have done; with the gateway's own second less than five. */
const usualEvery = 2_000;

/**
 * The list of suspended officers, in memory: a request costs no look-up. It is read anew when this process changes something, and every two
 * seconds for what another one has changed. While the database does not answer the last list stays good.
 *
 *     unread -- start --> reading -- read --> waiting -- two seconds, or changed --> reading
 *                            \-- failed --> waiting
 */
export class SuspendedOfficers implements Suspended {
  readonly #own: Agency;
  readonly #read: () => Promise<readonly Officer[]>;
  readonly #onError: (error: unknown) => void;
  readonly #every: number;
  readonly #ending = new AbortController();
  #officers: readonly Officer[] = [];
  #keys = new Set<string>();

  /** @param own whose officers are suspended by their names; others' by the digests that their agencies tell */
  constructor(
    own: Agency,
    read: () => Promise<readonly Officer[]>,
    {
      onError = () => undefined,
      every = usualEvery,
    }: { onError?: (error: unknown) => void; every?: number } = {},
  ) {
    this.#own = own;
    this.#read = read;
    this.#onError = onError;
    this.#every = every;
  }

  has(viewer: Officer): boolean {
    if (this.#keys.size === 0) return false;
    const { agency } = viewer;
    // A name of the own agency's that looks like another officer's digest is nobody else's.
    const named = agency === this.#own ? viewer : { agency, subject: officerDigest(viewer) };
    return this.#keys.has(officerKey(named));
  }

  /** The subjects of an agency's suspended officers. */
  of(agency: Agency): string[] {
    return this.#officers.filter((officer) => officer.agency === agency).map(({ subject }) => subject);
  }

  /** Reads the list now. */
  async refresh(): Promise<void> {
    this.#officers = await this.#read();
    this.#keys = new Set(this.#officers.map(officerKey));
  }

  /** @throws when the list cannot be read the first time: nobody is served without it */
  async start(): Promise<void> {
    await this.refresh();
    void this.#goOn();
  }

  /** Does not wait for a look that is under way: a database that is gone would hold up the end of the process. */
  stop(): void {
    this.#ending.abort();
  }

  async #goOn(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await sleep(this.#every, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted)
        await this.refresh().catch((error) => {
          if (!signal.aborted) this.#onError(error);
        });
    }
  }
}

/**
 * Reads who is suspended from the database.
 * @param subjectOf a subject as tokens are read now: one that was suspended before capitals counted for nothing stays suspended
 */
export const activeSuspensions =
  (suspensions: Model<SuspensionRecord>, subjectOf = (written: string) => written) =>
  async (): Promise<readonly Officer[]> => {
    const found = await suspensions
      .find({ isActive: true }, { agency: 1, subject: 1 })
      .lean<Pick<SuspensionRecord, 'agency' | 'subject'>[]>();
    return found.flatMap((officer) => {
      const subject = subjectOf(officer.subject);
      return subject === officer.subject ? [officer] : [officer, { ...officer, subject }];
    });
  };
