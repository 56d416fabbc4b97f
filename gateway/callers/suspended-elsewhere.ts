import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import { type FetchSigner, fetchTokenHeader } from '../../identity/fetch-token.ts';
import {
  largestSuspensions,
  mostSuspended,
  type Suspended,
  suspensionsAnswer,
  suspensionsMandate,
  suspensionsPath,
} from '../../identity/suspended.ts';
import { loopMeter } from '../../server/event-loop/loop-meter.ts';
import { exceeds } from '../../server/json/exceeds.ts';
import type { Logger } from '../../server/log.ts';
import { AgencyAtWork } from '../../server/standstill/agency-at-work.ts';
import type { ClockWatch } from '../../server/time/clock-watch.ts';
import { timeoutSignal } from '../../server/time/timeout-signal.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import type { Viewer } from '../../terms/viewer.ts';

/** Milliseconds between two questions to an agency; with what its instances tell each other less than five seconds. */
const usualEvery = 1_000;
const longestAnswer = 2_000;

const body = '{}';

/** The list of an agency, with room for members of the answer that later versions may have. */
const answerLimits = { levels: 8, values: mostSuspended + 100 };

function subjectsIn(answer: Uint8Array): string[] {
  if (exceeds(answer, answerLimits)) throw new Error('more than the suspensions of an agency');
  return suspensionsAnswer.parse(JSON.parse(Buffer.from(answer).toString())).subjects;
}

/**
 * The officers whom each agency has suspended, as it reports them to the gateway once a second. While an agency does
 * not answer, its last list stays in use. Every subgraph keeps a list of its own too, so a gateway that has just
 * started lets no suspended officer read.
 */
export class SuspendedElsewhere implements Suspended {
  readonly #sign: FetchSigner;
  readonly #log: Pick<Logger, 'warn' | 'info'>;
  readonly #every: number;
  readonly #clocks: Pick<ClockWatch, 'observe'>;
  readonly #subjects = new Map<Agency, ReadonlySet<string>>(agencyNames.map((agency) => [agency, new Set()]));
  readonly #ending = new AbortController();
  readonly #watching: Promise<void>[] = [];

  /** @param clocks sees the agencies' clocks on the way */
  constructor(
    sign: FetchSigner,
    log: Pick<Logger, 'warn' | 'info'>,
    clocks: Pick<ClockWatch, 'observe'>,
    every = usualEvery,
  ) {
    this.#clocks = clocks;
    this.#sign = sign;
    this.#log = log;
    this.#every = every;
  }

  has({ agency, subject }: Pick<Viewer, 'agency' | 'subject'>): boolean {
    return this.#subjects.get(agency)?.has(subject) === true;
  }

  /** Asks an agency from now on. */
  watch(agency: Agency, url: URL): void {
    this.#watching.push(this.#goOn(agency, url));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#watching);
  }

  async #goOn(agency: Agency, url: URL): Promise<void> {
    const { signal } = this.#ending;
    const client = new Client(url.origin, {
      connect: { timeout: longestAnswer },
      maxResponseSize: largestSuspensions,
    });
    let isAway = false;
    while (!signal.aborted) {
      try {
        this.#subjects.set(agency, new Set(await this.#ask(agency, client)));
        if (isAway) this.#log.info({ agency }, 'the agency reports its suspensions again');
        isAway = false;
      } catch {
        if (!isAway && !signal.aborted)
          this.#log.warn(
            { agency },
            'the agency does not report its suspensions; its last list stays in use',
          );
        isAway = true;
      }
      await sleep(this.#every, undefined, { signal, ref: false }).catch(() => undefined);
    }
    await client.destroy();
  }

  async #ask(agency: Agency, client: Client): Promise<string[]> {
    const identity = this.#sign({
      audience: agency,
      body,
      mandate: suspensionsMandate,
      requestKey: newRequestKey(Date.now()),
    });
    const response = await client.request({
      method: 'POST',
      path: suspensionsPath,
      headers: { 'content-type': 'application/json', [fetchTokenHeader]: identity },
      body,
      signal: AbortSignal.any([this.#ending.signal, timeoutSignal(longestAnswer)]),
    });
    this.#clocks.observe(agency, Date.parse(String(response.headers.date)));
    const answer = await response.body.bytes();
    // It is asked for nobody's sake, and no officer pays for it.
    loopMeter.isForNobody();
    return new AgencyAtWork(agency).on(() => subjectsIn(answer));
  }
}
