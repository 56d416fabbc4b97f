import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import { eachHalf } from '../../wire/each-half.ts';
import { type CountersigningTask, countersigningExamples } from './countersigning-examples.ts';
import { type LinkTask, linkExamples } from './link-examples.ts';
import { type OversightTask, oversightExamples } from './oversight-examples.ts';

/** A query for a task, with variables that work where demo ids are known, and are empty, to be filled in, elsewhere. */
export interface Example {
  task:
    | 'lookUp'
    | 'searchName'
    | 'sharedGateway'
    | 'group'
    | 'released'
    | LinkTask
    | CountersigningTask
    | OversightTask;
  query: string;
  variables: Record<string, unknown>;
}

const lookUp = `query LookUp($id: ID!) {
  suspect(id: $id) {
    ${eachHalf('{ ...Half }', '\n    ')}
  }
}

fragment Half on Dossier {
  id
  names { script full provenance { contested } }
  birth { date }
  status { stage }
  roles { kind }
  contacts { kind value }
  instruments { kind bank chain }
  offences { article { code title } committedOn }
}
`;

const searchName = `query SearchName($criteria: SuspectCriteria!) {
  searchSuspects(criteria: $criteria, first: 10) {
    agencies { agency outcome }
    nodes {
      suspect { id ${eachHalf('{ id names { full } }')} }
      hit { reference until }
      matches { agency band isAssociation evidence { kind outcome } }
    }
  }
}
`;

const sharedGateway = `query SharedGateway($id: ID!) {
  suspect(id: $id) {
    ${eachHalf('{ id ...Shared }', '\n    ')}
  }
}

fragment Shared on Dossier {
  infrastructure {
    kind
    value
    node { dossiers(first: 20) { nodes { id names { full } } } }
  }
}
`;

const group = (own: string) => `query Group($group: ID!) {
  ${own} {
    group(id: $group) {
      kind
      name
      members(first: 20) { nodes { rank dossier { id names { full } } } }
    }
  }
}
`;

const released = (own: string) => `query Released {
  ${own} {
    releasedDossiers(first: 20) {
      nodes { id names { full } releases { to state classes purposes case from until } }
    }
  }
}
`;

/** The tasks an analyst begins with, for an officer of an agency. */
export function examplesOf(agency: Agency, demoIds: Readonly<Record<string, string>>): Example[] {
  const id = demoIds.linked ?? '';
  const own = subgraphOf(agency);
  return [
    { task: 'lookUp', query: lookUp, variables: { id } },
    { task: 'searchName', query: searchName, variables: { criteria: { name: demoIds.name ?? '' } } },
    { task: 'sharedGateway', query: sharedGateway, variables: { id } },
    { task: 'group', query: group(own), variables: { group: demoIds[`group${agency}`] ?? '' } },
    { task: 'released', query: released(own), variables: {} },
    ...linkExamples(agency, demoIds),
    ...countersigningExamples(agency, demoIds),
    ...oversightExamples(agency),
  ];
}
