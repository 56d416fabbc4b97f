import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { type Gap, gapAt, gapOf } from '../answer/gap.ts';
import {
  type HitFragment,
  type MatchFragment,
  type PersonFragment,
  SearchDocument,
} from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf } from '../wire/operation-of.ts';
import { candidatesDocuments } from './own-documents.ts';

/** The reason why one agency's record was found. */
export type Match = MatchFragment;

/** A record that was found and that the viewer may not see. */
export type Hit = HitFragment;

/** Somebody who was found: dossiers that may be opened, or a hit. */
export interface Found {
  dossiers: { id: string; name: string | undefined }[];
  hit: Hit | undefined;
  matches: Match[];
}

/** The result of a search, with the end of its page where there is a next one, or the reason why there is none. */
export type Finding =
  | { state: 'found'; found: Found[]; next: string | undefined; agencies: Searched[] }
  | Gap;

/** The outcome of a search at one agency. */
export interface Searched {
  agency: Agency;
  outcome: string;
  /** Not all of its dossiers are found by name yet. */
  isRekeying: boolean;
}

const dossierOf = ({ id, names }: PersonFragment) => ({ id, name: names?.[0]?.full });

/** Reads the persons who were found from the answer to a search. */
export function foundIn(answer: Answer): Finding {
  const search = dataOf(SearchDocument, answer)?.searchSuspects;
  if (!search?.nodes) {
    const path = search ? ['searchSuspects', 'nodes'] : ['searchSuspects'];
    const coordinates = ['Query.searchSuspects', 'SuspectSearchConnection.nodes'];
    return gapAt(answer, { path, coordinates, owner: undefined, dossier: undefined, types: [] });
  }
  const found = search.nodes.map(({ suspect, hit, matches }) => ({
    dossiers: agencyNames.flatMap((agency) => {
      const dossier = suspect?.[subgraphOf(agency)];
      return dossier ? dossierOf(dossier) : [];
    }),
    hit: hit ?? undefined,
    matches,
  }));
  const { hasNextPage, endCursor } = search.pageInfo ?? {};
  const next = hasNextPage ? (endCursor ?? undefined) : undefined;
  return { state: 'found', found, next, agencies: search.agencies ?? [] };
}

/** Records that may be of the person of an own dossier, out of the answer to that query. */
export function candidatesIn(answer: Answer, own: Agency): Finding {
  const document = candidatesDocuments[own];
  const candidates = dataOf(document, answer)?.suspect?.[subgraphOf(own)]?.candidates;
  if (!candidates) return gapOf(document, answer, ['suspect', subgraphOf(own), 'candidates']);
  const found = candidates.map(({ dossier, hit, match }) => ({
    dossiers: dossier ? [dossierOf(dossier)] : [],
    hit: hit ?? undefined,
    matches: [match],
  }));
  return { state: 'found', found, next: undefined, agencies: [] };
}
