import { type Book, type Fact, factsOf, isWithholding } from './fact.ts';
import { lastOffer, stateOf } from './standing.ts';
import { waitingDraft } from './steps.ts';

interface ToldOffer {
  n: number;
  case: string;
  terms: { from: string; until: string };
}

/** A message as far as it is looked into. */
interface Told {
  side: {
    offer?: ToldOffer;
    accepted?: { n: number; case: string };
    declined?: string;
    ended?: string;
    renewals: { until: string }[];
    suspensions: number;
    resumed?: object;
    members: Record<string, number>;
    plan: { id: string }[];
    evaluation?: { words?: string };
  };
}

/** All keys that a message may have, wherever they stand. */
const keys = new Set(
  `operation side yours told offer accepted declined renewals suspensions resumed ended members plan results evaluation
  n at offered terms case name purpose legalBasis from until conducts origins kind ids own other
  ANALYST INVESTIGATOR LIAISON SUPERVISOR id state region need by target
  measures arrested searched questioned blocked victimsFound victimsWarned things seized returned added count amount currency
  worked failed words`.split(/\s+/),
);

function hasForeignKey(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(hasForeignKey);
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(data).some(([key, value]) => !keys.has(key) || hasForeignKey(value));
}

const isTwo = ({ kind }: Fact): boolean => kind === 'OFFER' || kind === 'ACCEPTANCE' || kind === 'DECLINE';

/** Everything that a message names was signed by two officers of its sender, where two must sign. */
function isSigned({ side, facts }: Book, told: Told['side']): boolean {
  const own = { facts: facts.filter(({ of }) => of === side) };
  const { offer, accepted, evaluation } = told;
  const isOffer = factsOf(own, 'OFFER').some(
    (each) =>
      each.n === offer?.n &&
      each.case === offer.case &&
      each.from === offer.terms.from &&
      each.until === offer.terms.until,
  );
  const isAcceptance = factsOf(own, 'ACCEPTANCE').some(
    ({ n, case: number }) => n === accepted?.n && number === accepted.case,
  );
  const signedDays = factsOf(own, 'RENEWAL').map(({ until }) => until);
  const words = factsOf(own, 'WORDS').map((each) => each.words);
  // An agency that has done nothing, as far as it remembers, may still say what either withholds.
  const isBare = own.facts.every(isWithholding);
  return (
    (isBare || own.facts.some(isTwo)) &&
    (!offer || isOffer) &&
    (!accepted || isAcceptance) &&
    (told.declined === undefined || factsOf(own, 'DECLINE').length > 0) &&
    told.renewals.every(({ until }) => signedDays.includes(until)) &&
    (evaluation?.words === undefined || words.includes(evaluation.words))
  );
}

/** True where a message says more than its agency may tell: what one officer alone has written, a name, or something of a record. */
export function tellsTooMuch(book: Book, text: string): boolean {
  const data = JSON.parse(text) as Told;
  if (hasForeignKey(data)) return true;
  // Every officer of this world is called so, and everything that stays at home.
  if (/officer|secret/i.test(text)) return true;
  const cases = book.facts.flatMap((fact) => ('case' in fact && fact.of === book.side ? [fact.case] : []));
  if ([...text.matchAll(/[A-Z]{2}-\d{4}-\d{6}/g)].some(([number]) => !cases.includes(number))) return true;
  const told = Object.values(data.side.members).reduce((sum, count) => sum + count, 0);
  if (told > book.members.length) return true;
  const secret = book.measures.filter(({ name }) => /secret/i.test(name)).map(({ id }) => id);
  return data.side.plan.some(({ id }) => secret.includes(id)) || !isSigned(book, data.side);
}

/** The case of the agency: of the last of its offers and acceptances, or of what waits for a second officer while there is none. */
function caseOf(book: Book): string | undefined {
  const own = [...factsOf(book, 'OFFER', book.side), ...factsOf(book, 'ACCEPTANCE', book.side)];
  const last = Math.max(0, ...own.map(({ n }) => n));
  return own.find(({ n }) => n === last)?.case ?? book.draft?.case;
}

/** True where somebody stands in a list of the operation who may not know of it. */
export function isShownToOutsiders(book: Book, lists: readonly string[], now: number): boolean {
  const offer = lastOffer(book);
  const isProposal = stateOf(book, now) === 'PROPOSED';
  const waits = offer ? offer.of !== book.side : waitingDraft(book, now) !== undefined;
  const number = caseOf(book);
  const may = new Set([
    ...book.members.map(({ role, officer }) => `${role} ${officer}`),
    ...(isProposal && waits ? ['PROPOSED'] : []),
    ...(number === undefined ? [] : [`case ${number}`]),
  ]);
  return lists.some((list) => !may.has(list));
}
