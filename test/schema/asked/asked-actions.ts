const standing = `fragment Standing on Dossier {
  version handlingCode cases
  status { stage }
  names { id full provenance { contested retainUntil } }
  releases { id to state classes purposes reason proposedBy grantedBy recalledBy recallReason }
  links {
    dossier state hasEnded
    decided { decision proposal { proposedBy evidence { version comparedAt } } }
    told { decision isInReview }
  }
  history(first: 1) { nodes { action by code changes { field value reason } } pageInfo { hasNextPage } }
}`;
export const standingOf = (own: string) => `query ($id: ID!) { suspect(id: $id) { ${own} { ...Standing
  shareable { isDecided proposedBy proposedAt reason countersignedBy countersignedAt neutrality }
  waiting { field by }
  removals { value field by since retainUntil agreedBy from lapsesAt } } } } ${standing}`;
export const groupOf = (own: string) => `query ($id: ID!) { ${own} { group(id: $id) {
  id agency kind name version provenance { sourceReliability } waiting { field } } } }`;

export interface Standing {
  version: number;
  names: { id: string; full: string; provenance: { contested: boolean; retainUntil: string } }[];
  releases: { id: string; state: string }[];
  history: { nodes: object[] };
}

export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
export const articles = { BELARUS: '349', RUSSIA: '272' };
export const name = (surname: string) => ({ kind: 'LEGAL', script: 'LATIN', surname, provenance });
