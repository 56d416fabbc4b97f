import type { EvidenceKind, EvidenceOutcome, MatchBand } from '../../../terms/enums.ts';
import { type Evidence, sharedKinds } from '../../../terms/evidence.ts';
import { comparePartOnce } from './compare-part-once.ts';
import type { BirthFeatures, Features, NameFeatures, PartFeatures } from './features.ts';
import { intersects } from './intersects.ts';
import {
  bands,
  birthAmongSiblings,
  contradictedSurnameOfWoman,
  mostOfShared,
  partialBirth,
  weights,
} from './weights.ts';

/** The likelihood that two records are of one person, and the reasons. */
export interface Score {
  /** The sum of the evidence, in bits. */
  total: number;
  /** Undefined below the bands, and where only shared things agree. */
  band: MatchBand | undefined;
  /** Things that persons share agree, and nothing of the person does. */
  isAssociation: boolean;
  evidence: Evidence[];
}

export function weightOf(kind: EvidenceKind, outcome: EvidenceOutcome): number {
  const { agreed, close = agreed, contradicted } = weights[kind];
  if (outcome === 'AGREED') return agreed;
  if (outcome === 'CLOSE') return close;
  return outcome === 'MISSING' ? 0 : contradicted;
}

const weighed = (kind: EvidenceKind, outcome: EvidenceOutcome): Evidence => ({
  kind,
  outcome,
  weight: weightOf(kind, outcome),
});

/** The weight of a surname that agrees: less where many bear it. Of features that have travelled, the other side knows it. */
export const weightOfSurname = <Token>(
  one: PartFeatures<Token> | undefined,
  other: PartFeatures<Token> | undefined,
): number =>
  one?.ownBits ??
  Math.min(
    weights.SURNAME.agreed,
    one?.bits ?? Number.POSITIVE_INFINITY,
    other?.bits ?? Number.POSITIVE_INFINITY,
  );

/** Weights have one decimal, which adding them in binary blurs; a band begins exactly where it says. */
export const inTenths = (bits: number): number => Math.round(bits * 10) / 10;

const sum = (evidence: readonly Evidence[]): number =>
  evidence.reduce((total, { weight }) => total + weight, 0);

function weightOfSurnames<Token>(
  outcome: EvidenceOutcome,
  one: NameFeatures<Token>,
  other: NameFeatures<Token>,
  isWoman: boolean,
): number {
  if (outcome === 'AGREED') return weightOfSurname(one.surname, other.surname);
  return outcome === 'CONTRADICTED' && isWoman ? contradictedSurnameOfWoman : weightOf('SURNAME', outcome);
}

/** The outcomes on two names, and their weights. */
interface NamesCompared {
  surname: EvidenceOutcome;
  ofSurname: number;
  givenName: EvidenceOutcome;
  patronymic: EvidenceOutcome;
  total: number;
}

function compareNames<Token>(
  one: NameFeatures<Token>,
  other: NameFeatures<Token>,
  isWoman: boolean,
  comparePart: ReturnType<typeof comparePartOnce<Token>>,
): NamesCompared {
  const surname = comparePart(one.surname, other.surname);
  const givenName = comparePart(one.givenName, other.givenName);
  const patronymic = comparePart(one.patronymic, other.patronymic);
  const ofSurname = weightOfSurnames(surname, one, other, isWoman);
  const total = ofSurname + weightOf('GIVEN_NAME', givenName) + weightOf('PATRONYMIC', patronymic);
  return { surname, ofSurname, givenName, patronymic, total };
}

/** The best of all pairs of names: an alias that agrees is what a person goes by, one that does not says little. */
function bestOfNames<Token>(one: Features<Token>, other: Features<Token>): Evidence[] {
  const isWoman = one.isWoman === true || other.isWoman === true;
  const comparePart = comparePartOnce(one);
  let best: NamesCompared | undefined;
  for (const name of one.names) {
    for (const with_ of other.names) {
      // Both exchanged say no more than neither, and less well: each part would be read as what it is not.
      if (name.isExchanged && with_.isExchanged) continue;
      const found = compareNames(name, with_, isWoman, comparePart);
      if (!best || found.total > best.total) best = found;
    }
  }
  if (!best) return [];
  return [
    { kind: 'SURNAME', outcome: best.surname, weight: best.ofSurname },
    weighed('GIVEN_NAME', best.givenName),
    weighed('PATRONYMIC', best.patronymic),
  ];
}

function compareBirths<Token>(one: BirthFeatures<Token>, other: BirthFeatures<Token>): Evidence {
  const kind = 'BIRTH_DATE';
  if (one.day && other.day) {
    if (one.day === other.day) return weighed(kind, 'AGREED');
    return weighed(kind, one.swapped === other.day || other.swapped === one.day ? 'CLOSE' : 'CONTRADICTED');
  }
  if (one.month && other.month) {
    return one.month === other.month
      ? { kind, outcome: 'CLOSE', weight: partialBirth.month }
      : weighed(kind, 'CONTRADICTED');
  }
  return one.year === other.year
    ? { kind, outcome: 'CLOSE', weight: partialBirth.year }
    : weighed(kind, 'CONTRADICTED');
}

function bestOfBirths<Token>(one: Features<Token>, other: Features<Token>): Evidence | undefined {
  let best: Evidence | undefined;
  for (const birth of one.births) {
    for (const with_ of other.births) {
      const found = compareBirths(birth, with_);
      if (!best || found.weight > best.weight) best = found;
    }
  }
  return best;
}

function compareIds<Token>(one: Features<Token>, other: Features<Token>): Evidence | undefined {
  if (one.nationalIds.length === 0 || other.nationalIds.length === 0) return undefined;
  const pairs = one.nationalIds.flatMap((id) =>
    other.nationalIds.filter(({ kind }) => kind === id.kind).map(({ number }) => number === id.number),
  );
  if (pairs.length === 0) return undefined;
  return weighed('NATIONAL_ID', pairs.includes(true) ? 'AGREED' : 'CONTRADICTED');
}

function compareSets<Token>(
  kind: EvidenceKind,
  one: readonly Token[],
  other: readonly Token[],
): Evidence | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  return weighed(kind, intersects(one, other) ? 'AGREED' : 'CONTRADICTED');
}

function compareShared<Token>(one: Features<Token>, other: Features<Token>): Evidence[] {
  if (one.shared.length === 0 || other.shared.length === 0) return [];
  return sharedKinds.flatMap((kind) => {
    const valuesOf = (features: Features<Token>) =>
      features.shared.flatMap((shared) => (shared.kind === kind ? [shared.value] : []));
    const found = compareSets(kind, valuesOf(one), valuesOf(other));
    return found?.outcome === 'AGREED' ? [found] : [];
  });
}

/**
 * Compares two records: what each kind of evidence says, and what it adds up to. It works on keys and on tokens of keys
 * alike, since it asks of them only whether they are equal.
 */
export function score<Token>(one: Features<Token>, other: Features<Token>): Score {
  const names = bestOfNames(one, other);
  const id = compareIds(one, other);
  const passport = compareSets('PASSPORT', one.passports, other.passports);
  const birth = bestOfBirths(one, other);
  const sex =
    one.sex !== undefined && other.sex !== undefined
      ? weighed('SEX', one.sex === other.sex ? 'AGREED' : 'CONTRADICTED')
      : undefined;
  const place = compareSets('BIRTH_PLACE', one.birthPlace, other.birthPlace);
  const idAgrees = id?.outcome === 'AGREED';
  const passportCounts = passport?.outcome === 'AGREED' && !idAgrees;
  const givenName = names.find(({ kind }) => kind === 'GIVEN_NAME');
  const isOfFamily = givenName?.outcome === 'CONTRADICTED';
  // A personal number holds birth date and sex already; of several documents the best counts.
  if (idAgrees && birth) birth.weight = 0;
  if (idAgrees && sex) sex.weight = 0;
  if (passport && !passportCounts) passport.weight = 0;
  if (isOfFamily && birth) birth.weight = Math.min(birth.weight, birthAmongSiblings);

  const ofPerson = [...names, id, passport, birth, sex, place].filter((found) => found !== undefined);
  const shared = compareShared(one, other);
  const evidence = [...ofPerson, ...shared];
  const total = inTenths(sum(ofPerson) + Math.min(sum(shared), mostOfShared));
  const personAgrees = ofPerson.some(
    ({ kind, outcome }) => kind !== 'SEX' && (outcome === 'AGREED' || outcome === 'CLOSE'),
  );
  const isStrong = total >= bands.STRONG && id?.outcome !== 'CONTRADICTED';
  const band = !personAgrees
    ? undefined
    : isStrong
      ? 'STRONG'
      : total >= bands.POSSIBLE
        ? 'POSSIBLE'
        : undefined;
  return { total, band, isAssociation: !personAgrees && shared.length > 0, evidence };
}
