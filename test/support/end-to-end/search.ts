import type { Caller } from './callers.ts';

/** A search as an analyst asks it: who, with both halves, and why. */
export const search = `query Search($criteria: SuspectCriteria!, $scope: [Agency!], $first: Int! = 20, $after: Cursor) {
  searchSuspects(criteria: $criteria, scope: $scope, first: $first, after: $after) {
    edges { cursor node {
      suspect { id belarus { id names { full } } russia { id names { full } } }
      hit { reference until }
      matches { agency band score isAssociation evidence { kind outcome weight } }
    } }
    pageInfo { hasNextPage endCursor }
    agencies { agency outcome }
  }
}`;

interface Half {
  id: string;
  names: { full: string }[] | null;
}

export interface Found {
  suspect: { id: string; belarus: Half | null; russia: Half | null } | null;
  hit: { reference: string; until: string } | null;
  matches: {
    agency: string;
    band: string | null;
    score: number | null;
    isAssociation: boolean;
    evidence: { kind: string; outcome: string; weight: number | null }[];
  }[];
}

export interface Search {
  searchSuspects: {
    edges: { cursor: string; node: Found }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    agencies: { agency: string; outcome: string }[];
  } | null;
}

/** Searches as an officer does. @returns what he is told, taken apart */
export const searching =
  (usually: Caller) =>
  async (criteria: object, more: object = {}, officer = usually) => {
    const { status, body, codes } = await officer.query<Search>(search, { criteria, ...more });
    const { edges = [], agencies = [], pageInfo } = body.data?.searchSuspects ?? {};
    return {
      status,
      body,
      codes,
      found: edges.map(({ node }) => node),
      cursors: edges.map(({ cursor }) => cursor),
      outcomes: Object.fromEntries(agencies.map(({ agency, outcome }) => [agency, outcome])),
      pageInfo,
    };
  };
