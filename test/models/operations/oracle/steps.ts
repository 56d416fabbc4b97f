import { daysBetween } from './calendar.ts';
import { type Book, type Draft, type Fact, factsOf, withFacts } from './fact.ts';
import type { Deed, Person } from './log.ts';
import { agreement, isAfter, isOver, isSuspended, lastDayOf, lastOffer, stateOf } from './standing.ts';

const most = { members: 200, measures: 200, drafts: 50, days: 180 };

/** The step that waits for a second officer, where neither the other agency nor time has overtaken it. */
export function waitingDraft(book: Book, now: number): Draft | undefined {
  const { draft } = book;
  if (!draft) return undefined;
  const state = stateOf(book, now);
  const n = lastOffer(book)?.n;
  const last = lastDayOf(book);
  switch (draft.kind) {
    case 'OFFER':
      return state === 'PROPOSED' && draft.n === (n ?? 0) + 1 ? draft : undefined;
    case 'ACCEPTANCE':
    case 'DECLINE':
      return state === 'PROPOSED' && n !== undefined && draft.n === n ? draft : undefined;
    case 'RENEWAL':
      return !isOver(state) && (last === undefined || (draft.until ?? '') > last) ? draft : undefined;
    case 'WORDS':
      return draft;
  }
}

/** The suspensions, of one agency or of both, after which this one has not said that it wants to go on. */
function unanswered(book: Book, side?: Book['side']): readonly Fact[] {
  const said = factsOf(book, 'RESUMPTION', book.side);
  return factsOf(book, 'SUSPENSION', side).filter((each) => !said.some(isAfter(each)));
}

const nameOf = (measure: Deed['measure']): string =>
  typeof measure === 'object' ? `${measure.dossier} ${measure.of}` : '';

function mayNameMembers(book: Book, { members = [], lead }: Deed): boolean {
  const hasSigned = book.facts.some(
    ({ of, kind }) => of === book.side && (kind === 'OFFER' || kind === 'ACCEPTANCE'),
  );
  const names = new Set(members.map(({ officer }) => officer));
  const isEachOnce = names.size === members.length && members.length <= most.members;
  return hasSigned && isEachOnce && typeof lead === 'string' && names.has(lead);
}

function mayRenew(book: Book, { until = '' }: Deed): boolean {
  const last = lastDayOf(book);
  if (last === undefined || until <= last) return false;
  const isSigned = factsOf(book, 'RENEWAL', book.side).some((each) => each.until === until);
  return !isSigned && daysBetween(last, until) <= most.days;
}

/** Steps that nobody has to lead. */
const leaderless: readonly string[] = ['SUSPEND', 'END', 'NAME_MEMBERS'];

/** Tells by the rules if a step takes effect; a step that waits for a second officer does too. */
export function mayStep(book: Book, deed: Deed, isLeadSuspended: boolean): boolean {
  const now = deed.at.getTime();
  const state = stateOf(book, now);
  const goesOn = !isOver(state);
  const isAgreed = agreement(book) !== undefined;
  const draft = waitingDraft(book, now);
  const offer = lastOffer(book);
  const hasEvaluated = factsOf(book, 'EVALUATION', book.side).length > 0;
  if (isLeadSuspended && goesOn && !leaderless.includes(deed.kind)) return false;
  switch (deed.kind) {
    case 'ACCEPT':
    case 'SEND_BACK':
    case 'DECLINE': {
      const isTheirs = deed.kind === 'DECLINE' || offer?.of !== book.side;
      return state === 'PROPOSED' && offer !== undefined && offer.n === deed.n && isTheirs && !draft;
    }
    case 'SIGN':
      return draft !== undefined && (deed.approves === false || draft.by !== deed.by);
    case 'RENEW':
      return goesOn && !draft && mayRenew(book, deed);
    case 'NAME_MEMBERS':
      return goesOn && mayNameMembers(book, deed);
    case 'ADD_MEASURE': {
      const isThere = book.measures.some(({ name }) => name === nameOf(deed.measure));
      return goesOn && isAgreed && !isThere && book.measures.length < most.measures;
    }
    case 'TAKE_MEASURE_OUT':
      return goesOn && isAgreed && book.measures.some(({ id }) => id === deed.measure);
    case 'ADD_RESULT':
      return isAgreed && !hasEvaluated;
    case 'DRAFT_RELEASES':
      return goesOn && isAgreed && book.drafts.length + (deed.drafts?.length ?? 0) <= most.drafts;
    case 'PROPOSE_RELEASE':
      return goesOn && isAgreed && book.drafts.includes(deed.draft ?? '');
    case 'DROP_RELEASE':
      return book.drafts.includes(deed.draft ?? '');
    case 'SUSPEND':
      return goesOn && isAgreed && unanswered(book, book.side).length === 0;
    case 'RESUME':
      return goesOn && isAgreed && isSuspended(book) && unanswered(book).length > 0;
    case 'END':
      return goesOn && isAgreed;
    case 'EVALUATE': {
      const isBoth = deed.worked?.some((each) => deed.failed?.includes(each)) ?? false;
      return state === 'ENDED' && !hasEvaluated && !isBoth;
    }
    default:
      return false;
  }
}

const ledBy = (book: Book, lead: Person | undefined): Book =>
  lead
    ? { ...book, members: [lead, ...book.members.filter(({ officer }) => officer !== lead.officer)] }
    : book;

/** The fact that two officers have made of a draft. */
function factOf(book: Book, draft: Draft, at: number): Fact {
  const { n = 0, case: number = '', days, until = '', words = '' } = draft;
  const of = book.side;
  switch (draft.kind) {
    case 'OFFER':
      return { kind: 'OFFER', of, at, n, case: number, ...(days ?? { from: '', until: '' }) };
    case 'ACCEPTANCE':
      return { kind: 'ACCEPTANCE', of, at, n, case: number, offer: lastOffer(book) };
    case 'DECLINE':
      return { kind: 'DECLINE', of, at };
    case 'RENEWAL':
      return { kind: 'RENEWAL', of, at, until };
    case 'WORDS':
      return { kind: 'WORDS', of, at, words };
  }
}

function signed(book: Book, { approves, at }: Deed): Book {
  const { draft, ...rest } = book;
  if (!draft) return book;
  if (approves !== false) return ledBy(withFacts(rest, [factOf(book, draft, at.getTime())]), draft.lead);
  const isFirst = !lastOffer(book);
  return isFirst ? withFacts(rest, [{ kind: 'DECLINE', of: book.side, at: at.getTime() }]) : rest;
}

const draftKinds: Readonly<Record<string, Draft['kind']>> = {
  ...{ PROPOSE: 'OFFER', SEND_BACK: 'OFFER', ACCEPT: 'ACCEPTANCE', DECLINE: 'DECLINE', RENEW: 'RENEWAL' },
};

/** What waits for a second officer after a step that takes two. */
function draftOf(deed: Deed, kind: Draft['kind']): Draft {
  const { by, at, n = 0, case: number, lead, terms, until } = deed;
  const next = deed.kind === 'ACCEPT' || deed.kind === 'DECLINE' ? n : n + 1;
  return {
    ...{ kind, by, at: at.getTime(), n: next },
    ...(number !== undefined && { case: number }),
    ...(typeof lead === 'object' && { lead }),
    ...(terms && { days: { from: terms.from, until: terms.until } }),
    ...(until !== undefined && { until }),
  };
}

/** The book after a step that took effect. */
export function afterStep(book: Book, deed: Deed): Book {
  const at = deed.at.getTime();
  const of = book.side;
  const drafts = draftKinds[deed.kind];
  if (drafts) return { ...book, draft: draftOf(deed, drafts) };
  switch (deed.kind) {
    case 'SIGN':
      return signed(book, deed);
    case 'NAME_MEMBERS':
      return { ...book, members: deed.members ?? [] };
    case 'ADD_MEASURE': {
      const id = typeof deed.measure === 'object' ? deed.measure.id : '';
      return { ...book, measures: [...book.measures, { id, name: nameOf(deed.measure) }] };
    }
    case 'TAKE_MEASURE_OUT':
      return { ...book, measures: book.measures.filter(({ id }) => id !== deed.measure) };
    case 'DRAFT_RELEASES':
      return { ...book, drafts: [...book.drafts, ...(deed.drafts ?? []).map(({ id }) => id)] };
    case 'PROPOSE_RELEASE':
    case 'DROP_RELEASE':
      return { ...book, drafts: book.drafts.filter((id) => id !== deed.draft) };
    case 'SUSPEND':
      return withFacts(book, [{ kind: 'SUSPENSION', of, at }]);
    case 'RESUME':
      return withFacts(book, [{ kind: 'RESUMPTION', of, at, after: factsOf(book, 'SUSPENSION') }]);
    case 'END':
      return withFacts(book, [{ kind: 'END', of, at }]);
    case 'EVALUATE': {
      const told = withFacts(book, [{ kind: 'EVALUATION', of, at }]);
      const { words, by } = deed;
      return words === undefined ? told : { ...told, draft: { kind: 'WORDS', by, at, words } };
    }
    default:
      return book;
  }
}
