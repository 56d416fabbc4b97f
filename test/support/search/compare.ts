import { dossierOfSuspect } from '../../../terms/suspect-id.ts';
import { searchedIn } from '../marked/searched.ts';
import type { Receipt } from '../policy/expected.ts';
import type { Question } from '../policy/oracle.ts';
import { type CriterionName, outcomeOf, receiptsOf, type Told, toldOf } from '../policy/search.ts';
import type { Found, ToldMatch } from './asked.ts';

/** What was told of a dossier, in words. */
export function inWords(name: string, told: Told): string {
  if (told.kind === 'NOTHING') return `${name}: nothing`;
  const kinds = [...told.agreed].sort().join(' ');
  return told.kind === 'HIT'
    ? `${name}: HIT ${told.band} by ${kinds}`
    : `${name}: DOSSIER ${told.band} ${told.total.toFixed(1)}${told.isAssociation ? ' association' : ''} by ${kinds}`;
}

const agreedIn = ({ evidence }: ToldMatch) =>
  evidence.filter(({ outcome }) => outcome === 'AGREED' || outcome === 'CLOSE').map(({ kind }) => kind);

/** The same of a match as it was answered. */
export function matchInWords(name: string, match: ToldMatch, isHit: boolean): string {
  const { band, score, isAssociation } = match;
  const agreed = agreedIn(match);
  if (!isHit)
    return inWords(name, { kind: 'DOSSIER', agreed, total: score ?? Number.NaN, band, isAssociation });
  const more = score === null && !isAssociation && match.evidence.every(({ weight }) => weight === null);
  return inWords(name, { kind: 'HIT', agreed: more ? agreed : ['more than a hit tells'], band: `${band}` });
}

/** All that the agency of a question is to tell. */
export const expectedOf = (
  question: Question,
  names: readonly CriterionName[],
  needsBand = false,
): string[] =>
  searchedIn(question.owner)
    .map(({ name, state }) => ({ name, told: toldOf(question, state, names, needsBand) }))
    .filter(({ told }) => told.kind !== 'NOTHING')
    .map(({ name, told }) => inWords(`${question.owner} ${name}`, told));

/** The name of the state of each dossier, by its id. */
export const nameOfDossier: ReadonlyMap<string, string> = new Map(
  (['BELARUS', 'RUSSIA'] as const).flatMap((agency) =>
    searchedIn(agency).map(({ name, id }) => [id, `${agency} ${name}`]),
  ),
);

const other = (id: string) => `${id.startsWith('BY') ? 'RU' : 'BY'}${id.slice(2)}`;
const isOf = (agency: string, id: string) => id.startsWith(agency === 'BELARUS' ? 'BY' : 'RU');

/** The dossiers of a node: the person's id, and what the test's links join to it. */
export function dossiersOf({ suspect, matches }: Found['nodes'][number]): string[] {
  const id = dossierOfSuspect(suspect?.id);
  return id === undefined ? [] : matches.map(({ agency }) => (isOf(agency, id) ? id : other(id)));
}

/** @param dossierOfHit the dossier that a reference stands for, as its owner keeps it */
export function foundInWords(found: Found, dossierOfHit: ReadonlyMap<string, string>): string[] {
  return found.nodes.flatMap((node) => {
    const { hit, matches } = node;
    const ids = hit ? [dossierOfHit.get(hit.reference) ?? ''] : dossiersOf(node);
    return matches.map((match, index) =>
      matchInWords(nameOfDossier.get(ids[index] ?? '') ?? 'unknown', match, hit !== null),
    );
  });
}

export const receiptInWords = ({ coordinate, class: of, owner, reason, records }: Receipt): string =>
  `${coordinate} ${of} of ${owner}: ${reason}, ${records === null ? 'all' : records.join(' ')}`;

/** Everything in which an answer to a search differs from what the agencies decide. */
export function searchDifferences(
  questions: readonly Question[],
  names: readonly CriterionName[],
  answer: { body: string; dossierOfHit: ReadonlyMap<string, string> },
): string[] {
  const { data, errors, extensions } = JSON.parse(answer.body);
  if (errors) return [`error: ${JSON.stringify(errors)}`];
  const found: Found = data.searchSuspects;
  const asked = questions.filter((question) => outcomeOf(question, names) === 'ANSWERED');
  const told = new Set(found.nodes.flatMap(dossiersOf));
  const untold = [...nameOfDossier.keys()].filter((id) => !told.has(id));
  return [
    ...unequal(
      'match',
      asked.flatMap((question) => expectedOf(question, names)),
      foundInWords(found, answer.dossierOfHit),
    ),
    ...unequal(
      'receipt',
      asked.flatMap((question) => receiptsOf(question, names)),
      (extensions?.redactions ?? []).map(receiptInWords),
    ),
    ...unequal(
      'outcome',
      questions.map((one) => `${one.owner} ${outcomeOf(one, names)}`),
      found.agencies.map(({ agency, outcome }) => `${agency} ${outcome}`),
    ),
    ...untold.filter((id) => answer.body.includes(id)).map((id) => `told: ${nameOfDossier.get(id)}`),
    ...(answer.body.includes('MARK-') ? ['told: a mark'] : []),
  ];
}

export function unequal(what: string, expected: readonly string[], had: readonly string[]): string[] {
  const more = (one: readonly string[], than: readonly string[]) => {
    const left = [...than];
    return one.filter((each) => {
      const at = left.indexOf(each);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return [
    ...more(expected, had).map((one) => `${what} missing: ${one}`),
    ...more(had, expected).map((one) => `${what} too many: ${one}`),
  ];
}
