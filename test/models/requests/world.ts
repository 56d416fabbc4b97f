import type { AnsweringEvent } from '../../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../../subgraphs/agency/records/requests/answering-transition.ts';
import {
  type AskedEvent,
  askedTransition,
} from '../../../subgraphs/agency/records/requests/asked-transition.ts';
import type {
  AnsweringHalf,
  AskedHalf,
  RequestAnswer,
} from '../../../subgraphs/agency/records/requests/information-request.ts';
import { isHeldByAsker } from '../../../subgraphs/agency/records/requests/new-request.ts';
import {
  type AnswerersMessage,
  type AskersMessage,
  answerersMessage,
  askersMessage,
} from '../../../subgraphs/agency/records/requests/request-messages.ts';
import { requestState } from '../../../subgraphs/agency/records/requests/request-state.ts';
import {
  receivedMessageOf,
  toldByAnswerer,
  toldByAsker,
} from '../../../subgraphs/agency/records/requests/restated-request.ts';
import { withoutVoid } from '../../../subgraphs/agency/records/requests/words/waiting-words.ts';
import { refusalGrounds } from '../../../terms/enums.ts';
import type { Happening, History } from './history.ts';
import { LossyChannel } from './lossy-channel.ts';

const urgencies = ['URGENT_AVAILABLE', 'URGENT', 'OTHER'] as const;
const asked = ['IDENTITY', 'CONTACT', 'FINANCIAL'] as const;
/** Messages that carry an answering officer's free words. */
const worded: readonly string[] = ['concord.request.questioned.v1', 'concord.request.extended.v1'];
const hour = 3_600_000;
const begin = Date.UTC(2026, 0, 1);

const pick = <One>(list: readonly One[], place: number): One =>
  list[Math.min(list.length - 1, Math.floor(place * list.length))] as One;

/** The officers' answers: one in six grants what may not be granted so. */
function answerOf({ how, much }: Happening): RequestAnswer {
  const kind = pick(
    ['GRANTED', 'GRANTED', 'PARTIAL', 'PARTIAL', 'REFUSED', 'REFUSED', 'IMPOSSIBLE', 'NO_DATA'] as const,
    how,
  );
  if (kind === 'REFUSED') return { kind, ground: pick(refusalGrounds, much) };
  if (kind === 'GRANTED')
    return { kind, classes: much < 0.9 ? [...asked] : [...asked.slice(1)], release: 'R' };
  if (kind === 'PARTIAL')
    return {
      kind,
      classes: much < 0.8 ? [pick(asked, much)] : much < 0.9 ? [...asked] : ['TACTICAL'],
      release: 'R',
    };
  return { kind };
}

/** Keeps of a history what the officers of a world do. */
export interface Officers {
  /** A record is found, whatever the history says. */
  isFound: boolean;
  mayAnswer: (answer: RequestAnswer) => boolean;
  mayDecide: boolean;
}

/** Two agencies without their databases, each with its half of one request and a clock of its own. */
export class World {
  readonly #history: History;
  readonly #officers: Officers | undefined;
  #now = begin;
  asker: AskedHalf;
  answerer: AnsweringHalf | undefined;
  readonly states = new Set<string>();
  /** Happenings that changed something. */
  readonly taken = new Set<string>();
  /** Officers who proposed what they decided themselves, or sent words of their own alone. */
  officersTwice = 0;
  /** Words that waited and went by an officer’s step, of which the half names neither writer nor who put them away. */
  untraced = 0;
  /** Clocks that a question has stopped which was not sent. */
  stoppedUnasked = 0;
  readonly #toAnswerer: LossyChannel<AskersMessage>;
  readonly #toAsker: LossyChannel<AnswerersMessage>;
  readonly #told: string[] = [];
  /** All that either agency has sent. */
  readonly #crossed: string[] = [];

  constructor(history: History, officers?: Officers) {
    this.#history = history;
    this.#officers = officers;
    this.asker = {
      side: 'ASKER',
      id: 'Q-1',
      asker: 'BELARUS',
      answerer: 'RUSSIA',
      urgency: pick(urgencies, history.urgency),
      classes: asked,
      isHeld: isHeldByAsker(history.subject),
      drafted: { by: 'officer 0', at: new Date(begin) },
    };
    this.#toAnswerer = new LossyChannel(
      (message) => this.#arrived(askersMessage.parse(message)),
      (message, at) => this.#ask({ kind: 'RECEIPT', of: message.type, at: new Date(at) }),
    );
    this.#toAsker = new LossyChannel(
      (message) => {
        this.#told.push(JSON.stringify(message));
        this.#ask({ kind: 'TOLD', message: answerersMessage.parse(message), at: this.#askersTime() });
        return this.#askersTime().toISOString();
      },
      () => undefined,
    );
  }

  /** All that the asking agency has ever received: what a leak would be in. */
  get transcript(): string {
    return [...this.#toAnswerer.seen, ...this.#told].join('\n');
  }

  /** True if the name of an officer went to the other agency. */
  get isNaming(): boolean {
    return this.#crossed.some((text) => text.includes('officer '));
  }

  /** There is a record that the asking agency may learn of. */
  get #isFound(): boolean {
    return this.#officers ? this.#officers.isFound : this.#history.isFound;
  }

  get #isHitInForce(): boolean {
    const { subject, isHitStale } = this.#history;
    return subject === 'HIT' && !isHitStale && !this.#officers;
  }

  #askersTime = (): Date => new Date(this.#now);
  #answerersTime = (): Date => new Date(this.#now + this.#history.skew);

  #ask(event: AskedEvent): void {
    const after = askedTransition(this.asker, event);
    if (!('request' in after)) return;
    const sent = after.tells.filter(({ type }) => type === 'concord.request.clarified.v1');
    this.#noteWords(event, sent.length, this.asker.waitingWords?.by);
    this.#noteDropped(event, this.asker, after.request);
    this.asker = after.request;
    this.taken.add(event.kind);
    for (const message of after.tells) this.#send(this.#toAnswerer, message);
  }

  #answer(event: AnsweringEvent): void {
    if (!this.answerer) return;
    const proposer = this.answerer.proposal?.by;
    const after = answeringTransition(this.answerer, event);
    if (!('request' in after)) return;
    if (event.kind === 'DECIDE' && event.approves && proposer === event.by) this.officersTwice += 1;
    const sent = after.tells.filter(({ type }) => worded.includes(type));
    const isListed = event.kind === 'QUESTION' && event.isListed;
    if (!isListed) this.#noteWords(event, sent.length, this.answerer.waitingWords?.by);
    this.#noteDropped(event, this.answerer, after.request);
    if (isListed && after.request.questioned?.by !== event.by) this.untraced += 1;
    if (after.request.clarification && !this.answerer.clarification && sent.length === 0)
      this.stoppedUnasked += 1;
    this.answerer = after.request;
    this.taken.add(event.kind);
    for (const message of after.tells) this.#send(this.#toAsker, message);
  }

  #send<Message extends object>(channel: LossyChannel<Message>, message: Message): void {
    this.#crossed.push(JSON.stringify(message));
    channel.send(message);
  }

  /** Counts free words that went to the other agency without the word of an officer who had not written them. */
  #noteWords(event: AskedEvent | AnsweringEvent, sent: number, writer: string | undefined): void {
    const isSigned =
      event.kind === 'SIGN_WORDS' && event.approves && writer !== undefined && writer !== event.by;
    if (sent > 0 && !isSigned) this.officersTwice += 1;
  }

  /** Counts words that an officer has put away without a trace: replaced, turned down, or by a step that leaves no room for them. */
  #noteDropped(
    event: AskedEvent | AnsweringEvent,
    before: AskedHalf | AnsweringHalf,
    after: AskedHalf | AnsweringHalf,
  ): void {
    const { waitingWords: words } = before;
    // What the end of a request makes void is nobody's doing.
    if (!words || !('by' in event) || words === after.waitingWords || after.end) return;
    if (event.kind === 'SIGN_WORDS' && event.approves) return;
    // An unread request whose time is over is accepted without what was void by then.
    if (
      after.side === 'ANSWERER' &&
      withoutVoid({ ...after, waitingWords: words }, event.at).waitingWords !== words
    )
      return;
    const trace = after.droppedWords?.at(-1);
    const isTurnedDown = event.kind === 'SIGN_WORDS';
    const isTraced =
      trace?.by === words.by &&
      trace.dropped.by === event.by &&
      (trace.dropped.how === 'TURNED_DOWN') === isTurnedDown;
    if (!isTraced) this.untraced += 1;
  }

  /** @returns the time of the receipt */
  #arrived(message: AskersMessage): string {
    const at = this.#answerersTime();
    if (message.type === 'concord.request.sent.v1' && this.answerer) {
      this.#send(this.#toAsker, receivedMessageOf(this.answerer));
    } else if (message.type === 'concord.request.sent.v1') {
      const isFound = this.#isFound && !this.#history.isFoundLate;
      const { asker, answerer } = this.asker;
      this.answerer = {
        side: 'ANSWERER',
        id: message.request,
        asker,
        answerer,
        urgency: message.urgency,
        classes: message.classes,
        receivedAt: at,
        // A hit of a record that is not found is none.
        isHeld: this.#isHitInForce && isFound,
        isFound,
      };
    } else this.#answer({ kind: 'TOLD', type: message.type, at });
    return at.toISOString();
  }

  happens(what: Happening): void {
    const { kind, how, much } = what;
    const by = `officer ${Math.floor(what.by * 3)}`;
    const at = this.#askersTime();
    const answeringAt = this.#answerersTime();
    switch (kind) {
      case 'WAIT':
        this.#pass(how < 0.5 ? much * 6 * hour : much * 80 * hour);
        break;
      case 'RESTATE':
        this.#restate(how < 0.5);
        break;
      case 'DELIVER': {
        const channel = what.by < 0.5 ? this.#toAnswerer : this.#toAsker;
        channel.carry(much, how < 0.2);
        break;
      }
      case 'PROPOSE': {
        const answer = answerOf(what);
        if (!this.#officers || this.#officers.mayAnswer(answer))
          this.#answer({ kind, by, at: answeringAt, answer });
        break;
      }
      case 'DECIDE':
        this.#answer({
          kind,
          by,
          at: answeringAt,
          approves: how < 0.85 && (this.#officers?.mayDecide ?? true),
          isOutside: much < 0.3,
        });
        break;
      case 'EXTEND':
        this.#answer({
          kind,
          by,
          at: answeringAt,
          until: new Date(answeringAt.getTime() + much * 20 * 24 * hour),
        });
        break;
      case 'FIND':
        if (this.#isFound) this.#answer({ kind: 'FOUND', at: answeringAt, isHeld: this.#isHitInForce });
        break;
      case 'TAKE_UP':
      case 'ACCEPT':
        this.#answer({ kind, by, at: answeringAt });
        break;
      case 'ASSIGN':
        this.#answer({ kind, by, at: answeringAt, to: how < 0.5 ? 'lena' : 'mila' });
        break;
      case 'QUESTION':
        this.#answer({ kind, by, at: answeringAt, isListed: how < 0.4 });
        break;
      case 'SIGN_ANSWERERS_WORDS':
        this.#answer({ kind: 'SIGN_WORDS', by, at: answeringAt, approves: how < 0.85 });
        break;
      case 'SIGN_ASKERS_WORDS':
        this.#ask({ kind: 'SIGN_WORDS', by, at, approves: how < 0.85 });
        break;
      default:
        this.#ask({ kind, by, at });
    }
    this.#note();
  }

  /** An agency tells anew all that it has told, as after a restored database. */
  #restate(isAsker: boolean): void {
    if (isAsker) for (const message of toldByAsker(this.asker)) this.#send(this.#toAnswerer, message);
    else if (this.answerer)
      for (const message of toldByAnswerer(this.answerer)) this.#send(this.#toAsker, message);
    this.taken.add('RESTATE');
  }

  #note(): void {
    this.states.add(requestState(this.asker, this.#askersTime()));
    if (this.answerer) this.states.add(requestState(this.answerer, this.#answerersTime()));
  }

  /** Time goes on in steps, so that what the deadline ends is told when it ends. */
  #pass(milliseconds: number): void {
    this.#now += Math.round(milliseconds);
    this.#answer({ kind: 'TIME', at: this.#answerersTime() });
  }

  /** Everything arrives, and every time runs out. */
  settle(): void {
    for (let rounds = 0; rounds < 4; rounds++) {
      this.#toAnswerer.settle();
      this.#toAsker.settle();
      this.#pass(30 * 24 * hour);
      this.#note();
    }
    this.#toAsker.settle();
  }

  get now(): Date {
    return this.#askersTime();
  }
}
