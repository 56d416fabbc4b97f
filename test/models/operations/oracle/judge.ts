import { day } from './calendar.ts';
import { type Book, emptyBook, type Fact, isWithholding, withFacts } from './fact.ts';
import type { Entry, SeenRelease, Side, View } from './log.ts';
import { isShownToOutsiders, tellsTooMuch } from './outsiders.ts';
import { agreement, isSuspended, stateOf, viewOf } from './standing.ts';
import { afterStep, mayStep } from './steps.ts';

/** What is found in one history. */
export interface Verdict {
  apart: boolean;
  outliving: boolean;
  outsiders: boolean;
  twice: boolean;
  /** Messages that were told before the other agency's, which were on their way, were heard. */
  crossings: number;
  restarts: number;
  /** A restored database had lost a consent, a renewal or an evaluation of its agency, which nobody is believed to have given but this agency. */
  hasLostConsent: boolean;
  /** The halves differ in the end, as they may where a consent was lost. */
  differs: boolean;
  /** The first thing that was wrong, for whoever looks into it. */
  why: string | undefined;
}

interface ToldFacts {
  from: Side;
  facts: readonly Fact[];
  isHeard: boolean;
}

const isSame = (one: View | undefined, other: View | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const isOpen = ({ from, until, grantedAt, recalledAt, isHeld }: SeenRelease, now: number): boolean =>
  grantedAt !== undefined &&
  recalledAt === undefined &&
  !isHeld &&
  from.getTime() <= now &&
  now < until.getTime();

/** Reads the log of one history, and works out by the rules alone what each agency knows, and what follows from that. */
class Judge {
  readonly verdict: Verdict = {
    ...{ apart: false, outliving: false, outsiders: false, twice: false, crossings: 0, restarts: 0 },
    ...{ hasLostConsent: false, differs: false, why: undefined },
  };
  readonly #books: Record<Side, Book> = { BELARUS: emptyBook('BELARUS'), RUSSIA: emptyBook('RUSSIA') };
  readonly #copies: Record<Side, Book[]> = { BELARUS: [], RUSSIA: [] };
  readonly #told: ToldFacts[] = [];
  readonly #seen: Partial<Record<Side, View>> = {};

  #fault(which: 'apart' | 'outliving' | 'outsiders' | 'twice', why: string, entry: Entry): void {
    this.verdict[which] = true;
    this.verdict.why ??= `${which}: ${why} at ${entry.side}, ${new Date(entry.at).toISOString()}`;
  }

  read(entry: Entry): void {
    const { side, at } = entry;
    const book = this.#books[side];
    switch (entry.kind) {
      case 'PROPOSED':
        this.#books[side] = afterStep(book, { ...entry.deed, n: 0 });
        break;
      case 'STEP':
        this.#step(entry);
        break;
      case 'TOLD':
        this.#tell(entry);
        break;
      case 'HEARD':
        this.#hear(entry);
        break;
      case 'GREETED':
        this.#books[side] = { ...book, heardAt: at };
        break;
      case 'SETTLED': {
        const wasSilent = book.heardAt === undefined || at - book.heardAt >= day;
        this.#books[side] = { ...book, wasSilent };
        break;
      }
      case 'COPIED':
        this.#copies[side][entry.copy] = book;
        break;
      case 'RESTORED':
        this.#restore(side, entry.copy);
        break;
      case 'RESTARTED':
        this.verdict.restarts += 1;
        break;
      case 'SEEN':
        this.#see(entry);
        break;
    }
  }

  #step(entry: Extract<Entry, { kind: 'STEP' }>): void {
    const { side, deed, isLeadSuspended, isTaken } = entry;
    const book = this.#books[side];
    const may = mayStep(book, deed, isLeadSuspended);
    const isOwnDraft = deed.kind === 'SIGN' && deed.approves !== false && book.draft?.by === deed.by;
    if (isTaken && isOwnDraft) this.#fault('twice', 'one officer has signed twice', entry);
    if (may !== isTaken && !this.verdict.hasLostConsent)
      this.#fault('apart', `${deed.kind} was ${isTaken ? 'taken' : 'refused'}`, entry);
    if (isTaken) this.#books[side] = afterStep(book, deed);
  }

  #tell(entry: Extract<Entry, { kind: 'TOLD' }>): void {
    const { side, number, text } = entry;
    const book = this.#books[side];
    if (tellsTooMuch(book, text)) this.#fault('outsiders', `a message says too much: ${text}`, entry);
    const isUnheard = this.#told.some(({ from, isHeard }) => from !== side && !isHeard);
    if (isUnheard) this.verdict.crossings += 1;
    const facts = book.facts.filter((fact) => fact.of === side || isWithholding(fact));
    this.#told[number] = { from: side, facts, isHeard: false };
  }

  /** Of a message that is parked, only what keeps the agencies apart is believed. */
  #hear(entry: Extract<Entry, { kind: 'HEARD' }>): void {
    const { side, number, isParked, at } = entry;
    const told = this.#told[number];
    if (!told) return;
    if (isParked && !this.verdict.hasLostConsent) this.#fault('apart', 'a message was parked', entry);
    // Each message has all that those before it had.
    for (const [earlier, each] of this.#told.entries())
      if (each.from === told.from && earlier <= number) each.isHeard = true;
    const believed = isParked ? told.facts.filter(isWithholding) : told.facts;
    this.#books[side] = { ...withFacts(this.#books[side], believed), heardAt: at };
  }

  #restore(side: Side, number: number): void {
    const copy = this.#copies[side][number] ?? emptyBook(side);
    const lost = this.#books[side].facts.filter((fact) => fact.of === side && !copy.facts.includes(fact));
    if (lost.some((fact) => !isWithholding(fact))) this.verdict.hasLostConsent = true;
    this.#books[side] = copy;
    this.verdict.restarts += 1;
  }

  #see(entry: Extract<Entry, { kind: 'SEEN' }>): void {
    const { side, at, view, lists, releases, isFinal } = entry;
    const book = this.#books[side];
    if (isShownToOutsiders(book, lists, at)) this.#fault('outsiders', `lists are ${lists}`, entry);
    this.#seeReleases(entry, releases);
    const { hasLostConsent } = this.verdict;
    const own = book.facts.length > 0 || book.draft ? viewOf(book, at) : undefined;
    if (!hasLostConsent && !isSame(view, own))
      this.#fault('apart', `${JSON.stringify(view)} and not ${JSON.stringify(own)}`, entry);
    if (view) this.#seen[side] = view;
    else delete this.#seen[side];
    if (!isFinal || side !== 'RUSSIA') return;
    const { RUSSIA } = this.#seen;
    // Clocks that are apart reach a first or a last day one after the other.
    const BELARUS =
      this.#seen.BELARUS && (hasLostConsent ? this.#seen.BELARUS : viewOf(this.#books.BELARUS, at));
    // A proposal that was turned down at home is told to nobody.
    if (isSame(BELARUS, RUSSIA) || (RUSSIA === undefined && BELARUS?.offer === undefined)) return;
    if (hasLostConsent) this.verdict.differs = true;
    else this.#fault('apart', `${JSON.stringify(BELARUS)} and ${JSON.stringify(RUSSIA)}`, entry);
  }

  #seeReleases(entry: Entry, releases: readonly SeenRelease[]): void {
    const { side, at } = entry;
    const book = this.#books[side];
    if (!releases.some((release) => isOpen(release, at))) return;
    const state = stateOf(book, at);
    if (!agreement(book)) this.#fault('twice', `a release is open in ${state}`, entry);
    else if (!['AGREED', 'ACTIVE'].includes(state) || isSuspended(book))
      this.#fault('outliving', `a release is open in ${state}`, entry);
    else if (book.wasSilent) this.#fault('outliving', 'a release is open although nothing was heard', entry);
  }
}

/** Judges one history by its log. */
export function judged(log: readonly Entry[]): Verdict {
  const judge = new Judge();
  for (const entry of log) judge.read(entry);
  return judge.verdict;
}
