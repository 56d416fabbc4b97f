import type { RequestListener } from 'node:http';
import { encodeAnswer, type SearchAnswer } from '../../../../terms/search-exchange.ts';
import { dossierAskedFor } from '../../../../terms/suspect-id.ts';
import { gatewayBefore } from '../../../support/gateway-before.ts';
import { bodyOf } from '../../../support/loopback-server.ts';

export type Match = SearchAnswer['matches'][number];
type Representation = { __typename: string; id: string; question: string };

/** A match that may be seen. */
export const visible = (dossier: string, score: number, samePersonAs: string[] = []): Match => ({
  dossier,
  samePersonAs,
  score,
  band: 'POSSIBLE',
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: 8.8 }],
});
/** A match that is a hit alone. */
export const hit: Match = {
  hit: { reference: 'hit-1', until: '2026-12-24T00:00:00Z' },
  band: 'STRONG',
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: null }],
};

/** An agency that has these matches, and keeps what it was asked. */
export function agency(name: 'belarus' | 'russia', matches: string | Match[] | null) {
  const asked: Representation[][] = [];
  const answer = Array.isArray(matches) ? encodeAnswer({ matches, isCut: false }) : matches;
  const listener: RequestListener = async (request, response) => {
    const { variables } = JSON.parse((await bodyOf(request)).toString());
    const representations: Representation[] = variables.representations;
    asked.push(representations);
    const entities = representations.map(({ __typename, id }) =>
      __typename === 'Suspect'
        ? { __typename, [name]: { id: dossierAskedFor(id) } }
        : { __typename, matches: answer },
    );
    response.end(JSON.stringify({ data: { _entities: entities } }));
  };
  return { listener, asked, searches: () => asked.filter(([first]) => first?.question !== undefined) };
}

const document = `query ($criteria: SuspectCriteria!, $scope: [Agency!], $first: Int! = 20, $after: Cursor) {
  searchSuspects(criteria: $criteria, scope: $scope, first: $first, after: $after) {
    edges { cursor }
    nodes {
      suspect { id belarus { id } russia { id } }
      hit { reference until }
      matches { agency band score isAssociation evidence { kind outcome weight } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    agencies { agency outcome }
  }
}`;

export const criteria = { name: 'Иванов Иван', birthDate: '1990-01-02' };

export interface Found {
  edges: { cursor: string }[];
  nodes: { suspect: unknown; hit: unknown; matches: Record<string, unknown>[] }[];
  pageInfo: Record<string, unknown>;
  agencies: { agency: string; outcome: string }[];
}

/** The gateway before these agencies, asked for a search. */
export async function searchBefore(belarus: ReturnType<typeof agency>, russia: ReturnType<typeof agency>) {
  const ask = await gatewayBefore({ belarus: belarus.listener, russia: russia.listener });
  return async (variables: Record<string, unknown>) => {
    const { data, errors = [] } = await ask(document, { criteria, ...variables });
    const found = data?.searchSuspects as Found | null | undefined;
    return { found, outcomes: found?.agencies.map(({ outcome }) => outcome), errors };
  };
}
