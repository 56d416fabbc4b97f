import type { EvidenceKind, EvidenceOutcome, MatchBand } from '../../../terms/enums.ts';
import { sharedKinds } from '../../../terms/evidence.ts';
import { comparePartOnce } from './compare-part-once.ts';
import type { BirthFeatures, Features, NameFeatures } from './features.ts';
import { intersects } from './intersects.ts';
import { inTenths, weightOfSurname } from './score.ts';
import { bands, birthByYear, mostOfShared, weights } from './weights.ts';

/** One kind of evidence that agrees, as a hit reports it. */
export interface Agreed {
  kind: EvidenceKind;
  outcome: Extract<EvidenceOutcome, 'AGREED' | 'CLOSE'>;
}

/** A kind that agrees, as it is weighed: an agreed surname by how many bear it. */
type Weighed = Agreed & { weight?: number };

/** The kinds that agree between two records, and the band that they alone make. */
export interface Agreement {
  band: MatchBand | undefined;
  agreed: Agreed[];
}

const none: Agreement = { band: undefined, agreed: [] };

const nameParts = [
  ['surname', 'SURNAME'],
  ['givenName', 'GIVEN_NAME'],
  ['patronymic', 'PATRONYMIC'],
] as const;

const agreeing = (kind: EvidenceKind, outcome: EvidenceOutcome): Weighed[] =>
  outcome === 'AGREED' || outcome === 'CLOSE' ? [{ kind, outcome }] : [];

/** The same weight for equal reports: a date that is CLOSE weighs as a year, in whichever way it is close. */
const weightOf = ({ kind, outcome, weight = weights[kind].agreed }: Weighed): number => {
  if (outcome === 'AGREED') return weight;
  return kind === 'BIRTH_DATE' ? birthByYear : (weights[kind].close ?? weights[kind].agreed);
};

const sum = (agreed: readonly Weighed[]): number => agreed.reduce((total, each) => total + weightOf(each), 0);

const compareNames = <Token>(
  one: NameFeatures<Token>,
  other: NameFeatures<Token>,
  comparePart: ReturnType<typeof comparePartOnce<Token>>,
): Weighed[] =>
  nameParts.flatMap(([part, kind]) =>
    agreeing(kind, comparePart(one[part], other[part])).map((found) =>
      kind === 'SURNAME' ? { ...found, weight: weightOfSurname(one.surname, other.surname) } : found,
    ),
  );

const agrees = (found: readonly Agreed[], kind: EvidenceKind): boolean =>
  found.some((each) => each.kind === kind && each.outcome === 'AGREED');

/**
 * A surname that is a slip away counts beside a given name or a document, and one that stands in the given name's place only where
 * both names are right: else each question would try several surnames, and a series of them would be hidden by slips.
 */
const isSurname = (found: readonly Agreed[], isExchanged: boolean, hasDocument: boolean): boolean => {
  const isGiven = agrees(found, 'GIVEN_NAME');
  return agrees(found, 'SURNAME') ? isGiven || !isExchanged : !isExchanged && (isGiven || hasDocument);
};

/** The pair of names that agrees best among those whose surnames agree; a hit always has the surname. */
function bestOfNames<Token>(
  sought: Features<Token>,
  held: Features<Token>,
  hasDocument: boolean,
): Weighed[] | undefined {
  const comparePart = comparePartOnce(sought);
  let best: Weighed[] | undefined;
  for (const name of sought.names) {
    for (const with_ of held.names) {
      if (name.isExchanged && with_.isExchanged) continue;
      const found = compareNames(name, with_, comparePart);
      const isExchanged = name.isExchanged === true || with_.isExchanged === true;
      if (!isSurname(found, isExchanged, hasDocument)) continue;
      if (found[0]?.kind === 'SURNAME' && (!best || sum(found) > sum(best))) best = found;
    }
  }
  return best;
}

/**
 * A day that was asked, or a year. A month without a day counts as its year: else a date could be found out step by step, by its
 * year, its month and its day, in a tenth of the questions.
 */
function compareBirth<Token>(sought: BirthFeatures<Token>, held: BirthFeatures<Token>): EvidenceOutcome {
  if (!sought.day) return sought.year === held.year ? 'CLOSE' : 'CONTRADICTED';
  if (held.day) {
    if (sought.day === held.day) return 'AGREED';
    return sought.swapped === held.day || held.swapped === sought.day ? 'CLOSE' : 'CONTRADICTED';
  }
  if (held.month) return sought.month === held.month ? 'CLOSE' : 'CONTRADICTED';
  return sought.year === held.year ? 'CLOSE' : 'CONTRADICTED';
}

function bestOfBirths<Token>(sought: Features<Token>, held: Features<Token>): Agreed[] {
  const found = sought.births.flatMap((birth) =>
    held.births.flatMap((with_) => agreeing('BIRTH_DATE', compareBirth(birth, with_))),
  );
  return found.sort((one, other) => weightOf(other) - weightOf(one)).slice(0, 1);
}

const equal = <Token>(kind: EvidenceKind, one: readonly Token[], other: readonly Token[]): Agreed[] =>
  intersects(one, other) ? [{ kind, outcome: 'AGREED' }] : [];

/** The most that a birth and a place add to a hit, for which the names must agree as well. */
export const agreedBesideNames = <Token>(sought: Features<Token>, held: Features<Token>): number =>
  sum([...bestOfBirths(sought, held), ...equal('BIRTH_PLACE', sought.birthPlace, held.birthPlace)]);

/** Twins share surname, patronymic and birth; neither a given name nor a document. */
const tellsTwinsApart = ({ kind }: Agreed): boolean =>
  kind === 'GIVEN_NAME' || kind === 'NATIONAL_ID' || kind === 'PASSPORT';

/**
 * Compares what is sought with a record for a hit. The band is the sum of the kinds that are reported and of nothing else: what
 * contradicts, what is missing and sex change neither the band nor whether there is a hit, so that no wrong guess says anything by
 * making a hit vanish. Without the surname there is no hit.
 */
export function agreementOf<Token>(sought: Features<Token>, held: Features<Token>): Agreement {
  const ids = sought.nationalIds.some(({ kind, number }) =>
    held.nationalIds.some((other) => other.kind === kind && other.number === number),
  );
  const id: Agreed[] = ids ? [{ kind: 'NATIONAL_ID', outcome: 'AGREED' }] : [];
  const passport = equal('PASSPORT', sought.passports, held.passports);
  const names = bestOfNames(sought, held, ids || passport.length > 0);
  if (!names) return none;
  const birth = bestOfBirths(sought, held);
  const place = equal('BIRTH_PLACE', sought.birthPlace, held.birthPlace);
  const shared = sharedKinds.flatMap((kind) => {
    const valuesOf = ({ shared: all }: Features<Token>) =>
      all.flatMap((each) => (each.kind === kind ? [each.value] : []));
    return equal(kind, valuesOf(sought), valuesOf(held));
  });
  // A personal number holds the birth date already; of several documents the best counts.
  const counting = ids ? [names, id, place] : [names, passport, birth, place];
  const total = inTenths(sum(counting.flat()) + Math.min(sum(shared), mostOfShared));
  const agreed = [names, id, passport, birth, place, shared]
    .flat()
    .map(({ kind, outcome }): Agreed => ({ kind, outcome }));
  const isStrong = total >= bands.STRONG && agreed.some(tellsTwinsApart);
  const band = isStrong ? 'STRONG' : total >= bands.POSSIBLE ? 'POSSIBLE' : undefined;
  return { band, agreed };
}
