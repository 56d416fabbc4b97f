import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import { profileFields, selectionOf } from './profile-fields.ts';

/** The type of an agency’s dossiers. */
export const dossierType = (agency: Agency): string =>
  `${agency.charAt(0)}${agency.slice(1).toLowerCase()}Dossier`;

const source = 'provenance { contested sourceReliability informationAccuracy }';
const evidence = 'evidence { band kinds { kind outcome } }';

/** One person in both halves, with what the own agency has decided of him and other dossiers: links are told to nobody else. */
export const profileQuery = (own: Agency): string => `query Profile($id: ID!) {
  suspect(id: $id) { belarus { ...Half } russia { ...Half } ${subgraphOf(own)} { ...Links } }
}
fragment Half on Dossier {
  id handlingCode contactPoint
  ${profileFields.map((field) => selectionOf(field, source)).join('\n  ')}
}
fragment Links on ${dossierType(own)} {
  links {
    agency dossier reference state needsReview lapsesAt
    decided {
      decision decidedAt
      grounds { reason proposedBy countersignedBy ${evidence} }
      proposal { decision reason proposedBy proposedAt ${evidence} }
    }
    told { decision decidedAt }
  }
}`;

/** The groups and things around a person, with whoever else belongs to them. */
export const surroundingsQuery = `query Surroundings($id: ID!) {
  suspect(id: $id) { belarus { ...Around } russia { ...Around } }
}
fragment Around on Dossier {
  id names { full }
  memberships {
    rank
    group {
      id agency name kind
      members(first: 20) { nodes { rank dossier { id names { full } } } pageInfo { hasNextPage } }
    }
  }
  infrastructure {
    kind value
    node { dossiers(first: 20) { nodes { id names { full } } pageInfo { hasNextPage } } }
  }
}`;

/** Records of other agencies that may be of the person of an own dossier. */
export const candidatesQuery = (own: Agency): string => `query Candidates($id: ID!) {
  suspect(id: $id) { ${subgraphOf(own)} { id candidates {
    match { agency band isAssociation evidence { kind outcome } }
    dossier { id names { full } }
    hit { reference until }
  } } }
}`;

/** The search for a person by what is known about them. */
export const searchQuery = `query Search($criteria: SuspectCriteria!, $scope: [Agency!]) {
  searchSuspects(criteria: $criteria, scope: $scope, first: 20) {
    agencies { agency outcome }
    nodes {
      suspect { id belarus { id names { full } } russia { id names { full } } }
      hit { reference until }
      matches { agency band isAssociation evidence { kind outcome } }
    }
    pageInfo { hasNextPage }
  }
}`;
