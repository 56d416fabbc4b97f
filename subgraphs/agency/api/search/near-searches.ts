import { daysAfter } from '../../../../terms/days.ts';
import type { SearchCriteria } from '../../../../terms/search-exchange.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import { type NameFeatures, nameFeatures, type PartFeatures } from '../../matching/features.ts';
import { type MatchKey, type Token, tokenOf } from '../../matching/tokens.ts';
import { givenIn } from '../../records/formats/criteria/class-of-criterion.ts';
import type { ReadStore } from '../../storage/reads/read-store.ts';

/** Enough for a name and what is a slip away from it. */
const mostTokens = 100;

/** So many in a day tell a guesser from others without counting further. */
export const mostNear = 100;

const pairs = (ones: readonly string[], others: readonly string[]): string[] =>
  ones.flatMap((one) => others.map((other) => `${one} ${other}`));

const spellings = ({ keys, slips }: PartFeatures): string[] => [...keys, ...slips];

/**
 * A name by each two of its parts, in all spellings and as far as a slip away, so that a name with one part changed or mistyped has
 * some of these in common with it.
 */
function nameTexts({ surname, givenName, patronymic }: NameFeatures): string[] {
  const none: PartFeatures = { keys: [], slips: [], isKnown: false };
  const [family, given, father] = [surname ?? none, givenName ?? none, patronymic ?? none];
  return [
    ...pairs(spellings(family), given.keys).map((text) => `family given ${text}`),
    ...pairs(family.keys, given.slips).map((text) => `family given ${text}`),
    ...pairs(family.keys, father.keys).map((text) => `family father ${text}`),
    ...pairs(given.keys, father.keys).map((text) => `given father ${text}`),
  ];
}

/** The readings of a name in which its given name is one. */
function likelyReadings(names: NonNullable<SearchCriteria['names']>): NameFeatures[] {
  const readings = names.flatMap((name) => nameFeatures(name).slice(0, 1));
  const likely = readings.filter(({ givenName }) => givenName?.isKnown);
  return likely.length > 0 ? likely : readings;
}

/**
 * The tokens by which searches are found to be of one series: each criterion as it is, and a name in its spellings. Sex is none:
 * searches for two persons are not near because both are men.
 */
export function seriesTokens(key: MatchKey, criteria: SearchCriteria): Token[] {
  const whole = givenIn(criteria)
    .filter((criterion) => criterion !== 'sex')
    .map((criterion) => `${criterion} ${JSON.stringify(criteria[criterion])}`);
  const spelled = likelyReadings(criteria.names ?? []).flatMap(nameTexts);
  return [...new Set([...whole, ...spelled])]
    .slice(0, mostTokens)
    .map((text) => tokenOf(key, 'criterion', text));
}

/**
 * Counts the viewer's searches of the day before that share some criteria with this one but not all, as of somebody who tries
 * one value after the other. A repeat of the same search does not count, nor do its further pages.
 */
export async function nearSearches(
  store: Pick<ReadStore, 'searchesLike'>,
  { subject, agency }: Pick<Viewer, 'subject' | 'agency'>,
  tokens: readonly Token[],
  at: Date,
): Promise<number> {
  const since = daysAfter(at, -1);
  const found = await store.searchesLike({ by: subject, agency }, tokens, since, mostNear);
  const same = [...tokens].sort().join();
  return found.filter((other) => [...other].sort().join() !== same).length;
}
