/** All that a search tells; it asks no dossier itself. */
export const searchSelection = `edges { cursor }
    nodes {
      suspect { id }
      hit { reference until }
      matches { agency band score isAssociation evidence { kind outcome weight } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    agencies { agency outcome }`;

/** The same in one query to the gateway. */
export const searchDocument = `query Search($criteria: SuspectCriteria!, $scope: [Agency!], $first: Int! = 100, $after: Cursor) {
  searchSuspects(criteria: $criteria, scope: $scope, first: $first, after: $after) {
    ${searchSelection}
  }
}`;

/** The SDL's `Match`. */
export interface ToldMatch {
  agency: 'BELARUS' | 'RUSSIA';
  band: string | null;
  score: number | null;
  isAssociation: boolean;
  evidence: { kind: string; outcome: string; weight: number | null }[];
}

export interface Found {
  edges: { cursor: string }[];
  nodes: {
    suspect: { id: string } | null;
    hit: { reference: string; until: string } | null;
    matches: ToldMatch[];
  }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  agencies: { agency: 'BELARUS' | 'RUSSIA'; outcome: string }[];
}
