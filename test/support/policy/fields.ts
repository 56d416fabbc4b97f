import type { Column, RoleName } from './table.ts';

/** The class of each field of a dossier. A field that is in no line here has no expectation, and the table's test fails. */
const fieldsByClass = {
  OPEN: 'id agency handlingCode contactPoint version suspect releases shareable links reads candidates node',
  IDENTITY: 'names birth birthPlace sex citizenships documents',
  CONTACT: 'contacts',
  FINANCIAL: 'instruments',
  TECHNICAL: 'infrastructure',
  CASE: 'roles memberships offences measures status cases history waiting removals',
  TACTICAL: 'plannedMeasures',
  VICTIM: 'harms',
  LINKAGE: 'matchTokens',
} as const;

export type FieldClass = keyof typeof fieldsByClass;

export const classOfField: ReadonlyMap<string, FieldClass> = new Map(
  Object.entries(fieldsByClass).flatMap(([name, fields]) =>
    fields.split(' ').map((field) => [field, name as FieldClass]),
  ),
);

/** The class of what stands below a field in another one than that field's. */
export const classBelow: ReadonlyMap<string, Column> = new Map(
  ['measures', 'plannedMeasures'].flatMap((list) =>
    ['check', 'comparesSecret'].map((field): [string, Column] => [`${list}/${field}`, 'TACTICAL']),
  ),
);

/** Another agency's subgraph answers the first, and only machines read the others: each is compared in a table of its own. */
export const comparedElsewhere: readonly string[] = ['candidates', 'matchTokens', 'node'];

/** The classes of the values that a dossier's history tells of; a measure is planned before it is taken. */
export const classInHistory: ReadonlyMap<string, Column> = new Map([
  ['names', 'IDENTITY'],
  ['contacts', 'CONTACT'],
  ['instruments', 'FINANCIAL'],
  ['infrastructure', 'TECHNICAL'],
  ['roles', 'CASE'],
  ['measures', 'TACTICAL'],
  ['harms', 'VICTIM'],
]);

/** What only some roles of the owner read, whatever the class: by the path below the dossier, or below the agency. */
export const rolesOfAction: ReadonlyMap<string, readonly RoleName[]> = new Map<string, RoleName[]>([
  ['history', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['version', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['reads', ['SUPERVISOR']],
  ...['nodes', 'edges/node'].flatMap((place) =>
    ['requests', 'operations'].map((field): [string, RoleName[]] => [
      `reads/${place}/${field}`,
      ['OVERSEER'],
    ]),
  ),
  ...['reason', 'proposedBy', 'grantedBy', 'recalledBy', 'recallReason'].map(
    (field): [string, RoleName[]] => [`releases/${field}`, ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ),
  ['shareable', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['waiting', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['removals', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['links', ['LIAISON', 'SUPERVISOR']],
  ...[
    'target',
    'plannedBy',
    'authorisedBy',
    'startedBy',
    'urgency',
    'isUnauthorised',
    'check',
    'comparesSecret',
  ].flatMap((field): [string, RoleName[]][] =>
    ['measures', 'plannedMeasures'].map((list) => [
      `${list}/${field}`,
      ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
    ]),
  ),
  ['memberships/group/history', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['memberships/group/waiting', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['Query/reads', ['OVERSEER']],
]);
