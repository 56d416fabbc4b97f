import { performance } from 'node:perf_hooks';
import type { Agency } from '../../../../terms/agencies.ts';
import { newMessageId } from '../../records/messages/message.ts';
import type { Blocked } from '../stores/peer-record.ts';
import { writeGreeting } from '../wire/greeting.ts';
import type { Answer, Letter } from './deliver.ts';
import type { SenderOptions, SenderTimings } from './sender-options.ts';

/** The end of a greeting: messages may follow, nobody answered, or something that only a person can change is in the way. */
export type Greeted =
  | { kind: 'GREETED' }
  | { kind: 'UNANSWERED' }
  | { kind: 'BLOCKED'; blocked: Omit<Blocked, 'at'> };

/** Greets one agency, so that both compare how many messages the one has sent and the other has received. */
export class Greeter {
  readonly #agency: Agency;
  readonly #options: Pick<SenderOptions, 'own' | 'outbox' | 'inbox' | 'report' | 'now'>;
  readonly #timings: Pick<SenderTimings, 'greetEvery' | 'greetBackAfter'>;
  #greetedAt = Number.NEGATIVE_INFINITY;
  /** The messages that the agency has received, as its last greeting counts them. */
  #received: number | undefined;

  constructor(agency: Agency, options: SenderOptions, timings: SenderTimings) {
    this.#agency = agency;
    this.#options = options;
    this.#timings = timings;
  }

  /** The agency has greeted, and has received so many messages: it is greeted too where it was sent another number of them. */
  greetedBy(received: number): void {
    this.#received = received;
  }

  /** One of the databases may have been restored: the numbers are compared before anything else is sent. */
  doubt(): void {
    this.#greetedAt = Number.NEGATIVE_INFINITY;
  }

  async isDue(): Promise<boolean> {
    const { greetEvery, greetBackAfter } = this.#timings;
    const since = performance.now() - this.#greetedAt;
    if (since > greetEvery) return true;
    if (this.#received === undefined || since < greetBackAfter) return false;
    const isAsSent = this.#received === (await this.#options.outbox.lastNumber(this.#agency));
    this.#received = undefined;
    return !isAsSent;
  }

  async greet(deliver: (letter: Letter) => Promise<Answer[] | undefined>): Promise<Greeted> {
    const { own, outbox, inbox, report, now } = this.#options;
    const agency = this.#agency;
    const [sent, expectedHere] = [await outbox.lastNumber(agency), await inbox.expected(agency)];
    const greeting = { id: newMessageId(now()), from: own, to: agency, sent, received: expectedHere - 1 };
    const receipt = (await deliver({ text: writeGreeting(greeting) }))?.[0]?.receipt;
    if (!receipt) return { kind: 'UNANSWERED' };
    const { outcome, reason = 'MALFORMED', expected = 1 } = receipt;
    if (outcome === 'REFUSED') {
      const [next] = await outbox.head(agency, 1);
      return { kind: 'BLOCKED', blocked: { number: next?.number ?? sent + 1, reason } };
    }
    if (expected > sent + 1)
      return { kind: 'BLOCKED', blocked: { number: expected - 1, reason: 'RESTORED', expected } };
    if (expected <= sent && !(await outbox.sendAgainFrom(agency, expected)))
      return { kind: 'BLOCKED', blocked: { number: sent + 1, reason: 'OUT_OF_ORDER', expected } };
    this.#greetedAt = performance.now();
    report.delivered(agency, 'concord-greeting');
    return { kind: 'GREETED' };
  }
}
