import type { Agency } from '../../../terms/agencies.ts';
import { rankOf } from '../../../terms/evidence.ts';
import type { HitMatch, VisibleMatch } from '../../../terms/search-exchange.ts';
import { suspectIdOf } from '../../../terms/suspect-id.ts';
import type { AgencyAnswer } from './agency-answer.ts';
import type { Position } from './seal-cursor.ts';

/** The SDL's `Match`. */
export interface FoundMatch extends Pick<VisibleMatch, 'band' | 'isAssociation' | 'evidence'> {
  agency: Agency;
  score: number | null;
}

/** The SDL's `FoundSuspect`, and where it stands. */
export interface FoundSuspect {
  position: Position;
  suspect: { id: string } | null;
  hit: HitMatch['hit'] | null;
  matches: FoundMatch[];
}

type Visible = VisibleMatch & { agency: Agency };

/** Codes compared, not letters: an order that is the same on every machine. */
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The likeliest first, then by name: a total order, as each name is told once. */
export const byPosition = (one: Position, other: Position): number =>
  other.rank - one.rank || byText(one.id, other.id);

const likeliestFirst = (one: Visible, other: Visible): number =>
  other.score - one.score || byText(one.dossier, other.dossier);

/** One side is enough: a link that an owner tells of has been confirmed by both. */
const isLinked = (one: Visible, other: Visible): boolean =>
  one.samePersonAs.includes(other.dossier) || other.samePersonAs.includes(one.dossier);

/**
 * Joins the dossiers that confirmed links join, at most one of each agency. Where two of one agency name the same dossier, the
 * likeliest has it and the other stays alone: which of them is right is for people to find out.
 */
function joined(matches: readonly Visible[]): Visible[][] {
  const persons: Visible[][] = [];
  for (const match of [...matches].sort(likeliestFirst)) {
    const person = persons.find(
      (others) =>
        others.every(({ agency }) => agency !== match.agency) &&
        others.some((other) => isLinked(match, other)),
    );
    if (person) person.push(match);
    else persons.push([match]);
  }
  return persons;
}

const matchOf = ({ agency, band, isAssociation, evidence, score }: Visible): FoundMatch => ({
  agency,
  band,
  score,
  isAssociation,
  evidence,
});

/** @param person their matches, the likeliest first */
function suspectOf(
  person: readonly Visible[],
  answers: readonly AgencyAnswer[],
  viewerAgency: Agency,
): FoundSuspect {
  const order = [viewerAgency, ...answers.map(({ agency }) => agency)];
  const dossiers = order.flatMap((agency) => person.filter((match) => match.agency === agency));
  const id = dossiers[0]?.dossier ?? '';
  const rank = person[0]?.score ?? 0;
  return {
    position: { rank, id },
    suspect: { id: suspectIdOf(id) },
    hit: null,
    matches: person.map(matchOf),
  };
}

function hitOf(agency: Agency, { hit, band, isAssociation, evidence }: HitMatch): FoundSuspect {
  return {
    position: { rank: rankOf({ band }), id: hit.reference },
    suspect: null,
    hit,
    matches: [{ agency, band, score: null, isAssociation, evidence }],
  };
}

/** The persons that the agencies' answers tell of, the likeliest first. */
export function foundSuspects(answers: readonly AgencyAnswer[], viewerAgency: Agency): FoundSuspect[] {
  const visible: Visible[] = [];
  const hits: FoundSuspect[] = [];
  for (const { agency, matches } of answers) {
    for (const match of matches) {
      if ('hit' in match) hits.push(hitOf(agency, match));
      else visible.push({ ...match, agency });
    }
  }
  const persons = joined(visible).map((person) => suspectOf(person, answers, viewerAgency));
  return [...persons, ...hits].sort((one, other) => byPosition(one.position, other.position));
}

/** One page of them; how many there are in all is told nowhere. */
export function pageOf(
  found: readonly FoundSuspect[],
  { first, after }: { first: number; after?: Position | undefined },
): { items: FoundSuspect[]; hasNextPage: boolean; hasPreviousPage: boolean } {
  const rest = after ? found.filter(({ position }) => byPosition(after, position) < 0) : found;
  return {
    items: rest.slice(0, first),
    hasNextPage: rest.length > first,
    hasPreviousPage: after !== undefined,
  };
}
