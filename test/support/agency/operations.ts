import type { GraphQLSchema } from 'graphql';
import { waitingKindsFor } from '../../../subgraphs/agency/permissions/waiting-kinds.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { notDue } from '../../../subgraphs/agency/records/waiting/waiting-record.ts';
import type { Purpose, Role } from '../../../terms/enums.ts';
import { encodeQuestion } from '../../../terms/search-exchange.ts';
import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { knownGroups, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { fullSelection } from '../full-selection.ts';
import { cursorAt } from '../sealed-cursors.ts';
import { manyAlerts } from './many-indicators.ts';
import { manyOperations } from './many-operations.ts';
import { manyRequests } from './many-requests.ts';

/** An operation of an officer. */
export interface Operation {
  document: string;
  variables?: Record<string, unknown>;
  /** Those that read, unless given. */
  roles?: Role[];
  /** His agency; Belarus, unless given. */
  agency?: DemoAgency;
  /** INVESTIGATION, unless given. */
  purpose?: Purpose;
  /** Where it must be another officer than of the operations before. */
  subject?: string;
  /** The idempotency key, where another operation has the same. */
  key?: string;
}

/** Together they may read every field but what is for an OVERSEER, who has no other role. */
export const everyRole: Role[] = ['INVESTIGATOR', 'SUPERVISOR'];
const overseer: Role[] = ['OVERSEER'];

const laterRead = cursorAt('reads', 'zzzzzzzzz-0000000000');
const laterBudget = cursorAt('budgets', '9999-12-31 Z');
const laterNotice = cursorAt('notices', 'zzzzzzzzz-0000000000');
const cursorOf = (list: string) => cursorAt(list, 'BY-0000000000');
const laterSuspension = cursorAt('suspensions', 'zzzzzzzzz-0000000000');

/** The lists with each of their filters, from the beginning and from a later page. */
function filteredReads(): Operation[] {
  const listed = (list: string, cursors: string, given: string, position: string) => [
    `${list}(${given}) { nodes { id } }`,
    `${list}(${given}, after: "${cursorAt(cursors, position)}") { nodes { id } }`,
  ];
  const notices = [
    ...listed('notices', 'notices RELEASE_GRANTED', 'kinds: [RELEASE_GRANTED]', 'zzzzzzzzz-0000000000'),
    ...listed('notices', 'notices SENT', 'direction: SENT', 'zzzzzzzzz-0000000000'),
    ...listed('notices', 'notices RECEIVED', 'direction: RECEIVED', 'zzzzzzzzz-0000000000'),
  ];
  const suspensions = listed('suspensions', 'suspensions in force', 'inForce: true', 'zzzzzzzzz-0000000000');
  const requests = [
    ...listed('requests', 'requests SENT', 'box: SENT', 'zzzzzzzzz-0000000000'),
    ...listed(
      'requests',
      'requests SENT DRAFT NO_DATA',
      'box: SENT, states: [DRAFT, NO_DATA]',
      'zzzzzzzzz-0000000000',
    ),
    ...listed('requests', 'requests RECEIVED', 'box: RECEIVED', 'zzzzzzzzz-0000000000'),
    ...listed(
      'requests',
      'requests RECEIVED unassigned',
      'box: RECEIVED, unassigned: true',
      'zzzzzzzzz-0000000000',
    ),
    ...listed(
      'requests',
      'requests RECEIVED unassigned RECEIVED',
      'box: RECEIVED, unassigned: true, states: [RECEIVED]',
      'zzzzzzzzz-0000000000',
    ),
  ];
  const operations = [
    ...listed('operations', 'operations', 'first: 5', 'zzzzzzzzz-0000000000'),
    ...listed('operations', 'operations ACTIVE', 'states: [ACTIVE]', 'zzzzzzzzz-0000000000'),
  ];
  const all = [...notices, ...suspensions, ...requests, ...operations].map(
    (list, index) => `l${index}: ${list}`,
  );
  return [{ document: `{ belarus { ${all.join(' ')} } }` }];
}

/**
 * Lists of dossiers by each of their arguments, and from the place of a dossier that is in all of them: for officers who may list
 * all, and those of their case.
 */
function chosenReads({ status, roles: [role], cases: [number], createdAt }: DossierRecord): Operation[] {
  const { stage } = status;
  const kind = role?.kind;
  const choices: [string, string][] = [
    [`stages: [${stage}]`, `RECORDED_NEWEST - ${stage} -`],
    [`stages: [${stage}], orderBy: RECORDED_OLDEST`, `RECORDED_OLDEST - ${stage} -`],
    [`roles: [${kind}]`, `RECORDED_NEWEST - - ${kind}`],
    [`roles: [${kind}], stages: [${stage}], orderBy: RECORDED_OLDEST`, `RECORDED_OLDEST - ${stage} ${kind}`],
    [`case: "${number}"`, `RECORDED_NEWEST ${number} - -`],
    [`case: "${number}", roles: [${kind}], orderBy: RECORDED_OLDEST`, `RECORDED_OLDEST ${number} - ${kind}`],
    ['orderBy: RECORDED_OLDEST', 'RECORDED_OLDEST - - -'],
  ];
  const lists = choices.flatMap(([given, list], index) => {
    const place = `${createdAt.toISOString()} BY-${list.includes('OLDEST') ? '!' : '~'}`;
    return [
      `c${index}: dossiers(first: 5, ${given}) { nodes { id } }`,
      `d${index}: dossiers(first: 50, ${given}, after: "${cursorAt(`dossiers ${list}`, place)}") { nodes { id } }`,
    ];
  });
  const newest = cursorAt(`dossiers RECORDED_NEWEST - - ${kind}`, '2100-01-01T00:00:00.000Z BY-~');
  lists.push(`e: dossiers(first: 5, roles: [${kind}], after: "${newest}") { nodes { id } }`);
  const document = `{ belarus { ${lists.join(' ')} } }`;
  return [{ document }, { document, roles: ['LIAISON'] }];
}

/** Releases and links of each state, from the beginning and from a later page. */
function decisionReads(): Operation[] {
  const later = (list: string) => `after: "${cursorAt(list, '2001-01-01T00:00:00.000Z !')}"`;
  const releases = 'releases PROPOSED,GRANTED,EXPIRED,RECALLED -';
  const links = 'links UNVERIFIED,SAME,DIFFERENT,DISPUTED -';
  return [
    {
      roles: ['LIAISON', 'SUPERVISOR'],
      document: `{ belarus {
        releases { edges { cursor node { id } dossier { id } } pageInfo { endCursor } }
        a: releases(states: [EXPIRED]) { edges { node { id } dossier { id } } }
        b: releases(endingBefore: "2100-01-01T00:00:00Z") { nodes { id } }
        c: releases(${later(releases)}) { nodes { id } }
        links { edges { cursor node { state } dossier { id } } pageInfo { endCursor } }
        d: links(states: [DISPUTED]) { edges { node { state } dossier { id } } }
        e: links(lapsingBefore: "2100-01-01T00:00:00Z") { nodes { state } }
        f: links(${later(links)}) { nodes { state } } } }`,
    },
  ];
}

/** Measures of the case, of all times and of a week, from the beginning and from a later page; and what of them is for one officer. */
function measureReads(schema: GraphQLSchema): Operation[] {
  const all = 'PLANNED AUTHORISED UNDER_WAY DONE LIFTED CANCELLED';
  const after = `after: "${cursorAt(`measures - ${all}`, '2001-01-01 !')}"`;
  const week = new Date().toISOString().slice(0, 10);
  return [
    {
      document: `{ belarus { measures(first: 5) ${fullSelection(schema, 'ListedMeasureConnection')}
        a: measures(first: 5, states: [DONE]) { nodes { id } }
        b: measures(first: 5, week: "${week}") { nodes { id } }
        e: measures(first: 5, checks: [CONFLICT, UNCHECKED]) { nodes { id } }
        c: measures(first: 5, ${after}) { nodes { id } }
      } }`,
    },
    {
      roles: ['INVESTIGATOR'],
      document: `{ belarus { notices(first: 5) { nodes { id measure } }
        a: notices(first: 5, kinds: [MEASURE_AUTHORISED]) { nodes { id } }
        b: notices(first: 5, after: "${laterNotice}") { nodes { id } } } }`,
    },
  ];
}

/** A place among what is due, and one among what is not. */
const placesOfWaiting = [
  '2001-01-01T00:00:00.000Z 2001-01-01T00:00:00.000Z !',
  `${notDue} 2001-01-01T00:00:00.000Z !`,
];

/** What waits: for officers who may read all, who may not read all, and who may read it of their case alone. */
function waitingReads(schema: GraphQLSchema): Operation[] {
  const asked = (roles: Role[], purpose: Purpose, items: string): Operation => {
    const list = `waiting ${waitingKindsFor({ side: 'own', roles }).join(' ')}`;
    const later = placesOfWaiting.map(
      (place, index) =>
        `later${index}: waiting(first: 5, after: "${cursorAt(list, place)}") { nodes { id } }`,
    );
    return { roles, purpose, document: `{ belarus { waiting ${items} ${later.join(' ')} } }` };
  };
  return [
    asked(['LIAISON', 'SUPERVISOR'], 'INVESTIGATION', fullSelection(schema, 'WaitingItemConnection')),
    asked(['SUPERVISOR'], 'DETECTION', '{ nodes { id } counts { count } }'),
    asked(['SUPERVISOR'], 'PREVENTION', '{ nodes { id } counts { count } }'),
    asked(['INVESTIGATOR', 'SUPERVISOR'], 'DETECTION', '{ nodes { id } counts { count } }'),
  ];
}

/**
 * Everything that the agency answers: a suspect by either id, both kinds of page, a group, the articles, a search.
 * @param known a dossier that it has
 * @param matchTokens of the same person
 */
export function readOperations(
  schema: GraphQLSchema,
  known: DossierRecord,
  matchTokens: string,
): Operation[] {
  const dossier = fullSelection(schema, 'BelarusDossier');
  const holders = (path: string) => `id dossiers(first: 2, after: "${cursorOf(path)}") { nodes { id } }`;
  const of = Object.values(linkedPerson).map((id) => ({ __typename: 'Suspect', id }));
  const document = '{ belarus { dossiers { nodes { names { full } } } } }';
  const question = Buffer.from(JSON.stringify({ document, operationName: null, as: {} })).toString(
    'base64url',
  );
  const operations: Operation[] = [
    {
      document: `query ($of: [_Any!]!) {
        _entities(representations: $of) { ... on Suspect { id belarus ${dossier} } } _service { sdl } }`,
      variables: { of },
    },
    {
      document: `{ belarus { first: dossiers(first: 3) { nodes ${dossier} edges { cursor } pageInfo { endCursor } }
        next: dossiers(first: 3, after: "${cursorOf('dossiers')}") { nodes { suspect { id }
          instruments { node { ${holders('instruments.node')} } } infrastructure { node { ${holders('infrastructure.node')} } } } } } }`,
    },
    {
      document: `query ($id: ID!) { belarus { articles { code } provisions { citation title } group(id: $id) ${fullSelection(schema, 'CriminalGroup')}
        none: group(id: "BYG-0000000000000000") { id } } }`,
      variables: { id: knownGroups.BELARUS },
    },
    {
      document: `{ belarus { releasedDossiers(after: "${cursorOf('releasedDossiers')}") {
        nodes { id releases { id state from until } } } } }`,
    },
    {
      roles: overseer,
      document: `{ belarus { reads ${fullSelection(schema, 'ReadConnection')}
        next: reads(after: "${laterRead}") { nodes { id } }
        readers ${fullSelection(schema, 'ReaderCounts')} } }`,
    },
    {
      roles: overseer,
      document: `{ belarus { budgets ${fullSelection(schema, 'BudgetConnection')}
        next: budgets(after: "${laterBudget}") { nodes { id } } } }`,
    },
    {
      roles: overseer,
      document: `{ belarus { channel ${fullSelection(schema, 'ChannelPeer')}
        next: channel { parked(after: "${cursorAt('parked RUSSIA', '1')}") { nodes { id } } } } }`,
    },
    {
      document: `{ belarus { notices ${fullSelection(schema, 'NoticeConnection')} next: notices(after: "${laterNotice}") { nodes { id } } } }`,
    },
    ...waitingReads(schema),
    ...measureReads(schema),
    ...filteredReads(),
    ...chosenReads(known),
    ...decisionReads(),
    { document: `{ belarus { deputies ${fullSelection(schema, 'Deputy')} } }` },
    {
      document: `{ belarus { erasedHistory(dossier: "${linkedPerson.BELARUS}") ${fullSelection(schema, 'ErasedStepConnection')}
        next: erasedHistory(dossier: "BY-ERASED000000", after: "${cursorAt('erased BY-ERASED000000', '9')}") { nodes { at } } } }`,
    },
    {
      document: `{ belarus { suspensions ${fullSelection(schema, 'SuspensionConnection')}
        next: suspensions(after: "${laterSuspension}") { nodes { id } } } }`,
    },
    {
      roles: overseer,
      document: `{ belarus { requestFigures(from: "2026-11-01", until: "2027-10-01") ${fullSelection(schema, 'RequestFigures')}
        notices(kinds: [REQUEST_DUE]) { nodes { id } } all: notices { nodes { id } } } }`,
    },
    {
      document: `{ belarus { requests(box: RECEIVED) ${fullSelection(schema, 'InformationRequestConnection')}
        request(id: "${manyRequests.received}") ${fullSelection(schema, 'InformationRequest')} } }`,
    },
    {
      document: `{ belarus { operations ${fullSelection(schema, 'JointOperationConnection')}
        operation(id: "${manyOperations.planned}") ${fullSelection(schema, 'JointOperation')}
        operationQuarters(from: "2025-Q4", until: "2026-Q4") ${fullSelection(schema, 'OperationQuarter')} } }`,
    },
    { roles: ['LIAISON'], document: '{ belarus { operationNames } }' },
    {
      roles: overseer,
      document: `{ belarus { operationFigures(from: "2026-01-10", until: "2027-01-01") ${fullSelection(schema, 'OperationFigures')} } }`,
    },
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on JointOperation { belarus { state } } } }`,
      variables: { of: [{ __typename: 'JointOperation', id: manyOperations.planned }] },
    },
    {
      roles: overseer,
      document: `{ belarus { indicatorExchange ${fullSelection(schema, 'IndicatorExchange')}
        measureFigures(from: "2026-11-01", until: "2027-10-01") ${fullSelection(schema, 'MeasureFigures')}
        measureExchange ${fullSelection(schema, 'MeasureExchange')}
        alertFigures(from: "2026-11-01", until: "2027-10-01") ${fullSelection(schema, 'AlertFigure')} } }`,
    },
    {
      roles: overseer,
      document: '{ belarus { widelyShared { nodes { recorders { officer day dossiers } } } } }',
    },
    {
      document: `{ belarus { widelyShared ${fullSelection(schema, 'WidelySharedConnection')}
        next: widelyShared(after: "${cursorAt('widelyShared', '9')}") { nodes { dossiers } } } }`,
    },
    ...(['INVESTIGATOR', 'LIAISON'] as const).map(
      (role): Operation => ({
        roles: [role],
        document: `{ belarus { alerts ${fullSelection(schema, 'AlertConnection')}
          next: alerts(after: "${cursorAt('alerts', 'zzzzzzzzz-0000000000')}") { nodes { id } }
          some: alerts(states: [NEW, ACTED]) { nodes { id } }
          later: alerts(states: [NEW, ACTED], after: "${cursorAt('alerts NEW ACTED', 'zzzzzzzzz-0000000000')}") { nodes { id } }
          alert(id: "${manyAlerts.new}") ${fullSelection(schema, 'Alert')} } }`,
      }),
    ),
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on InformationRequest { belarus { state } } } }`,
      variables: { of: [{ __typename: 'InformationRequest', id: manyRequests.received }] },
    },
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Visibility { belarus { coordinate } } } }`,
      variables: { of: [{ __typename: 'Visibility', question }] },
    },
  ];
  const search = encodeQuestion({
    criteria: {
      names: [{ script: 'RUSSIAN', surname: 'Городейко', givenName: 'Евгений', patronymic: 'Григорьевич' }],
      birthDate: '1989-08-23',
      phone: '+375290000000',
    },
  });
  operations.push(
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { question matches } } }`,
      variables: { of: [{ __typename: 'BelarusSearch', question: search }] },
    },
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on RussiaDossier { candidates {
        match { agency score evidence { kind } } dossier { id } hit { reference } evidence } } } }`,
      variables: { of: [{ __typename: 'RussiaDossier', id: 'RU-A000000001', matchTokens }] },
    },
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusDossier { id names { full } } } }`,
      variables: { of: [{ __typename: 'BelarusDossier', id: linkedPerson.BELARUS }] },
    },
    {
      document: `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on BelarusDossier { node id } ... on BelarusGroup { node id } ... on BelarusRelease { node id } } }`,
      variables: {
        of: [
          { __typename: 'BelarusDossier', node: linkedPerson.BELARUS },
          { __typename: 'BelarusGroup', node: knownGroups.BELARUS },
          { __typename: 'BelarusRelease', node: `R-${linkedPerson.BELARUS}-V000000000001` },
        ],
      },
    },
  );
  // Abroad the same is looked up as far as it is visible there, and puts what the owner then lists on record.
  return [...operations.map((one): Operation => ({ ...one, agency: 'RUSSIA' })), ...operations];
}
