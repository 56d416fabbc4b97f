import { classRefusal, isVisible, policyRefusal, type Question } from './oracle.ts';
import type { DossierState } from './states.ts';
import type { Column } from './table.ts';

/** What one criterion is compared with, of a record that agrees in it. */
interface Given {
  class: Column;
  kind: string;
  /** The coordinate that a receipt names; the parts of a name are one criterion with it. */
  coordinate: string;
  /** In bits, of the table of weights. */
  agrees: number;
  /** Other persons share it too: all of these together say no more than a little. */
  isShared?: true;
  /** Whether records can be found by it at all, or only told apart. */
  finds: boolean;
}

const identity = { class: 'IDENTITY', finds: true } as const;
const shared = { isShared: true, finds: true } as const;

/** Every criterion that the tests search by. */
const given = {
  surname: { ...identity, kind: 'SURNAME', coordinate: 'name', agrees: 8.8 },
  givenName: { ...identity, kind: 'GIVEN_NAME', coordinate: 'name', agrees: 5.5, finds: false },
  birthDate: { ...identity, kind: 'BIRTH_DATE', coordinate: 'birthDate', agrees: 14.2 },
  birthYear: { ...identity, kind: 'BIRTH_DATE', coordinate: 'birthDate', agrees: 5, finds: false },
  birthPlace: { ...identity, kind: 'BIRTH_PLACE', coordinate: 'birthPlace', agrees: 6.1, finds: false },
  sex: { ...identity, kind: 'SEX', coordinate: 'sex', agrees: 0.6, finds: false },
  phone: { ...shared, class: 'CONTACT', kind: 'PHONE', coordinate: 'phone', agrees: 13.9 },
  account: { ...shared, class: 'FINANCIAL', kind: 'ACCOUNT', coordinate: 'account', agrees: 17.9 },
  card: { ...shared, class: 'FINANCIAL', kind: 'CARD', coordinate: 'card', agrees: 17.9, finds: false },
  wallet: { ...shared, class: 'FINANCIAL', kind: 'WALLET', coordinate: 'wallet', agrees: 17.6 },
  imei: { ...shared, class: 'TECHNICAL', kind: 'IMEI', coordinate: 'imei', agrees: 17.2 },
} as const satisfies Record<string, Given>;
export type CriterionName = keyof typeof given;

export const classOfCriterion = (name: CriterionName): Column => given[name].class;

/** A dossier as a search may come upon it: that a person was cleared ends every showing abroad. */
export type SearchedState = DossierState & { isCleared?: boolean };

export type Told =
  | { kind: 'DOSSIER'; agreed: string[]; total: number; band: string | null; isAssociation: boolean }
  | { kind: 'HIT'; agreed: string[]; band: string }
  | { kind: 'NOTHING' };

const nothing: Told = { kind: 'NOTHING' };
const fewestAbroad = 2;
const mostOfShared = 14;
const [possible, strong] = [19, 27];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What it comes to that a record agrees in all of these. */
function weigh(names: readonly CriterionName[]) {
  const all: Given[] = names.map((name) => given[name]);
  const ofPerson = all.filter((one) => !one.isShared);
  const ofThings = all.filter((one) => one.isShared);
  const total =
    sum(ofPerson.map((one) => one.agrees)) + Math.min(mostOfShared, sum(ofThings.map((one) => one.agrees)));
  const isOfPerson = ofPerson.some(({ kind }) => kind !== 'SEX');
  return {
    total,
    telling: all.map(({ kind }) => kind).filter((kind) => kind !== 'SEX'),
    isAssociation: !isOfPerson && ofThings.length > 0,
    band: !isOfPerson || total < possible ? null : total < strong ? 'POSSIBLE' : 'STRONG',
    /** Nobody is found by what only tells persons apart. */
    finds: all.some((one) => one.finds),
  };
}

const isLinkedTo = ({ link }: DossierState): boolean => (link ?? []).join() === 'SAME,SAME';

const isThere = (question: Question, state: SearchedState): boolean =>
  isVisible(question, state) && !(question.side === 'foreign' && state.isCleared);

/**
 * What a viewer is told of a dossier that agrees in everything that he searches by.
 * @param needsBand of candidates, where only those count that may be the same person
 */
export function toldOf(
  question: Question,
  state: SearchedState,
  names: readonly CriterionName[],
  needsBand = false,
): Told {
  const isAbroad = question.side === 'foreign';
  const fewest = isAbroad ? fewestAbroad : 1;
  if (isThere(question, state)) {
    const readable = names.filter((name) => !classRefusal(question, given[name].class, state));
    const { telling, finds, total, band, isAssociation } = weigh(readable);
    if (telling.length >= fewest && finds && (band || !needsBand))
      return {
        kind: 'DOSSIER',
        agreed: readable.map((name) => given[name].kind),
        total,
        band,
        isAssociation,
      };
    if (isLinkedTo(state)) return nothing;
  }
  if (!isAbroad || state.handlingCode === 'ORIGINATOR_ONLY' || state.isCleared) return nothing;
  return hitOf(names.filter((name) => countsForHit(question, name, state)));
}

/** A name or a date counts as far as policy leaves it to records; a number or a thing only where it may be read. */
const countsForHit = (question: Question, name: CriterionName, state: SearchedState): boolean =>
  given[name].class === 'IDENTITY'
    ? !policyRefusal(question, 'IDENTITY')
    : isThere(question, state) && !classRefusal(question, given[name].class, state);

/** Of what agrees: never without the surname, and sex is no evidence of it. A year of birth weighs as little there. */
function hitOf(names: readonly CriterionName[]): Told {
  const counting = names.filter((name) => name !== 'sex');
  const { telling, finds, total } = weigh(counting);
  if (!counting.includes('surname') || telling.length < fewestAbroad || !finds || total < possible)
    return nothing;
  const isStrong = total >= strong && counting.includes('givenName');
  return { kind: 'HIT', agreed: telling, band: isStrong ? 'STRONG' : 'POSSIBLE' };
}

/** The kinds of evidence that a whole dossier of the person gives, beside another of his. */
export const everyCriterion = (Object.keys(given) as CriterionName[]).filter((name) => name !== 'birthYear');

/** What becomes of a search at an agency: abroad it needs a case, and one kind alone would be a way to ask who has a phone. */
export const outcomeOf = (
  { side, case: caseNumber }: Pick<Question, 'side' | 'case'>,
  names: readonly CriterionName[],
): 'ANSWERED' | 'NEEDS_CASE' | 'NEEDS_MORE_EVIDENCE' => {
  if (side === 'own') return 'ANSWERED';
  if (caseNumber === undefined) return 'NEEDS_CASE';
  return weigh(names).telling.length >= fewestAbroad ? 'ANSWERED' : 'NEEDS_MORE_EVIDENCE';
};

/** The receipts for criteria that count for nothing here, whatever the records. */
export const receiptsOf = (question: Question, names: readonly CriterionName[]) => {
  const receipts = names.flatMap((name) => {
    const refused = policyRefusal(question, given[name].class);
    const { coordinate, class: of } = given[name];
    return refused
      ? [`SuspectCriteria.${coordinate} ${of} of ${question.owner}: ${refused.reason}, all`]
      : [];
  });
  return [...new Set(receipts)];
};
