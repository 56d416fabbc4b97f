import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import type { Answer } from '../answer/answer.ts';
import { type Gap, gapAt } from '../answer/gap.ts';
import { dossierType } from './profile-query.ts';

/** The reason why one agency's record was found. */
export interface Match {
  agency: Agency;
  band: string | null;
  isAssociation: boolean;
  evidence: { kind: string; outcome: string }[];
}

/** A record that was found and that the viewer may not see. */
export interface Hit {
  reference: string;
  until: string;
}

/** Somebody who was found: dossiers that may be opened, or a hit. */
export interface Found {
  dossiers: { id: string; name: string | undefined }[];
  hit: Hit | undefined;
  matches: Match[];
}

/** The result of a search, or the reason why there is none. */
export type Finding = { state: 'found'; found: Found[]; hasMore: boolean; agencies: Searched[] } | Gap;

/** The outcome of a search at one agency. */
export interface Searched {
  agency: Agency;
  outcome: string;
}

interface Dossier {
  id: string;
  names: { full: string }[] | null;
}

const dossierOf = ({ id, names }: Dossier) => ({ id, name: names?.[0]?.full });

interface Search {
  agencies: Searched[] | null;
  nodes: { suspect: Record<string, Dossier | null> | null; hit: Hit | null; matches: Match[] }[] | null;
  pageInfo: { hasNextPage: boolean } | null;
}

/** Reads the persons who were found from the answer to a search. */
export function foundIn(answer: Answer): Finding {
  const search = answer.data?.searchSuspects as Search | null | undefined;
  if (!search?.nodes) {
    const path = search ? ['searchSuspects', 'nodes'] : ['searchSuspects'];
    const coordinates = ['Query.searchSuspects', 'SuspectSearch.nodes'];
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
  const hasMore = search.pageInfo?.hasNextPage === true;
  return { state: 'found', found, hasMore, agencies: search.agencies ?? [] };
}

/** Records that may be of the person of an own dossier, out of the answer to that query. */
export function candidatesIn(answer: Answer, own: Agency, id: string): Finding {
  const suspect = answer.data?.suspect as Record<string, { candidates: Candidate[] | null } | null> | null;
  const candidates = suspect?.[subgraphOf(own)]?.candidates;
  if (!candidates)
    return gapAt(answer, {
      path: ['suspect', subgraphOf(own), 'candidates'],
      coordinates: [`${dossierType(own)}.candidates`],
      owner: own,
      dossier: id,
      types: [],
    });
  const found = candidates.map(({ dossier, hit, match }) => ({
    dossiers: dossier ? [dossierOf(dossier)] : [],
    hit: hit ?? undefined,
    matches: [match],
  }));
  return { state: 'found', found, hasMore: false, agencies: [] };
}

interface Candidate {
  match: Match;
  dossier: Dossier | null;
  hit: Hit | null;
}
