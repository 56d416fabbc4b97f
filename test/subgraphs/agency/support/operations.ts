import type { GraphQLSchema } from 'graphql';
import { kindsFor } from '../../../../subgraphs/agency/permissions/waiting-steps.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { notDue } from '../../../../subgraphs/agency/records/waiting/waiting-record.ts';
import type { Purpose, Role } from '../../../../terms/enums.ts';
import { encodeQuestion } from '../../../../terms/search-exchange.ts';
import type { DemoAgency } from '../../../../workshop/demo-data/agencies/demo-agencies.ts';
import { knownGroups, linkedPerson } from '../../../../workshop/demo-data/known/demo-ids.ts';
import { releaseAt } from '../../../../workshop/demo-data/releases.ts';
import { fullSelection } from '../../../support/full-selection.ts';
import { cursorAt } from '../../../support/sealed-cursors.ts';
import { standingSuspension } from './many-messages.ts';
import { otherParkedId, parkedId } from './parked-message.ts';

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

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', provenance }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

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
  const all = [...notices, ...suspensions].map((list, index) => `l${index}: ${list}`);
  return [{ document: `{ belarus { ${all.join(' ')} } }` }];
}

/** A place among what is due, and one among what is not. */
const placesOfWaiting = [
  '2001-01-01T00:00:00.000Z 2001-01-01T00:00:00.000Z !',
  `${notDue} 2001-01-01T00:00:00.000Z !`,
];

/** What waits: for officers who may read all, who may not read all, and who may read it of their case alone. */
function waitingReads(schema: GraphQLSchema): Operation[] {
  const asked = (roles: Role[], purpose: Purpose, items: string): Operation => {
    const list = `waiting ${kindsFor({ side: 'own', roles }).join(' ')}`;
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
  ];
}

/**
 * Everything that the agency answers: a suspect by either id, both kinds of page, a group, the articles, a search.
 * @param matchTokens of a person of whom it has a record
 */
export function readOperations(schema: GraphQLSchema, matchTokens: string): Operation[] {
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
      document: `{ belarus { channel ${fullSelection(schema, 'ChannelPeer')} } }`,
    },
    {
      document: `{ belarus { notices ${fullSelection(schema, 'NoticeConnection')} next: notices(after: "${laterNotice}") { nodes { id } } } }`,
    },
    ...waitingReads(schema),
    ...filteredReads(),
    {
      document: `{ belarus { suspensions ${fullSelection(schema, 'SuspensionConnection')}
        next: suspensions(after: "${laterSuspension}") { nodes { id } } } }`,
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

/** Proposed by somebody else before, since who is to grant it must name it. */
export const proposedRelease = releaseAt(
  'PROPOSED',
  'V000000000001',
  { to: 'RUSSIA', classes: ['IDENTITY'], purposes: ['SOLVING'] },
  new Date(),
);

/** Every action, those on a dossier one after another on this one; what is recorded is sent again under the same key. */
export function writeOperations(schema: GraphQLSchema, { _id, names }: DossierRecord): Operation[] {
  const recorded = `... on BelarusRecordedDossier { dossier ${fullSelection(schema, 'BelarusDossier')} }`;
  const action = (field: string, input: string, answer = recorded, role: Role = 'INVESTIGATOR') => {
    const document = `mutation ($input: ${input}!) { belarus { ${field}(input: $input) { __typename ${answer} } } }`;
    return (given: object, key?: string): Operation => ({
      document,
      variables: { input: given },
      roles: [role],
      ...(key !== undefined && { key }),
    });
  };
  const ofGroup = `... on RecordedGroup { id group ${fullSelection(schema, 'CriminalGroup')} }`;
  const record = action('recordDossier', 'DossierInput');
  const recordGroup = action('recordGroup', 'GroupInput', ofGroup);
  const named = { kind: 'CALL_CENTRE', name: 'Office on the river', provenance };
  const target = (version: number) => ({ dossier: _id, version, reason: 'as it was told' });
  const value = names[0]?.id;
  const retainUntil = new Date().toISOString().slice(0, 10);
  const changeHandling = action('changeHandlingCode', 'HandlingCodeInput', recorded, 'SUPERVISOR');
  const close = action('closeDossier', 'CloseDossierInput', recorded, 'SUPERVISOR');
  const propose = action('proposeRelease', 'ReleaseInput', recorded, 'LIAISON');
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const grant = action('grantRelease', 'GrantReleaseInput', recorded, 'SUPERVISOR');
  const recallRelease = action('recallRelease', 'RecallReleaseInput', recorded, 'SUPERVISOR');
  const release = proposedRelease.id;
  const foreign = { dossier: 'RU-0000000001' };
  const proposeLink = action('proposeLink', 'ProposeLinkInput', recorded, 'LIAISON');
  const countersign = action('countersignLink', 'LinkInput', recorded, 'SUPERVISOR');
  const withdraw = action('withdrawLink', 'WithdrawLinkInput', recorded, 'LIAISON');
  const tried = '... on TriedMessage { id isApplied reason }';
  const tryAgain = action('tryMessageAgain', 'TryMessageAgainInput', tried, 'LIAISON');
  const dismiss = action(
    'dismissMessage',
    'DismissMessageInput',
    '... on DismissedMessage { id }',
    'LIAISON',
  );
  const ofSuspension = `suspension ${fullSelection(schema, 'Suspension')}`;
  const suspend = action(
    'suspendOfficer',
    'SuspendOfficerInput',
    `... on RecordedSuspension { ${ofSuspension} }`,
    'OVERSEER',
  );
  const reinstate = action(
    'reinstateOfficer',
    'ReinstateOfficerInput',
    `... on RecordedSuspension { ${ofSuspension} }`,
    'SUPERVISOR',
  );
  const proposeShareable = action('proposeShareable', 'ProposeShareableInput');
  const turnDown = action('turnDownShareable', 'DossierVersionInput', recorded, 'SUPERVISOR');
  const signShareable = action('countersignShareable', 'CountersignInput', recorded, 'SUPERVISOR');
  const signValues = action('countersignValues', 'CountersignInput', recorded, 'SUPERVISOR');
  const signGroup = action('countersignGroup', 'CountersignGroupInput', ofGroup, 'SUPERVISOR');
  return [
    record(person, 'key-of-a-dossier'),
    record(person, 'key-of-a-dossier'),
    action('amendDossier', 'AmendDossierInput')({ ...target(1), add: { names: person.names } }),
    action('contestValue', 'ValueInput')({ ...target(2), value }),
    action('uncontestValue', 'ValueInput')({ ...target(3), value }),
    action('setRetention', 'RetentionInput')({ ...target(4), value, retainUntil }),
    changeHandling({ ...target(5), handlingCode: 'ON_RELEASE' }),
    propose({
      dossier: _id,
      version: 6,
      to: 'RUSSIA',
      classes: ['CASE'],
      purposes: ['SOLVING'],
      until,
      reason: 'as asked',
    }),
    grant({ dossier: _id, version: 7, release }),
    recallRelease({ dossier: _id, release, reason: 'no longer needed' }),
    proposeLink({
      dossier: _id,
      version: 9,
      foreign,
      decision: 'SAME',
      reason: 'as it was told',
    }),
    { ...countersign({ dossier: _id, version: 10, foreign }), subject: 'officer-2' },
    withdraw({ dossier: _id, foreign, reason: 'as it was told' }),
    tryAgain({ from: 'RUSSIA', message: parkedId }),
    suspend({ subject: 'officer-8', reason: 'as it was told' }),
    suspend({ subject: 'officer-8', reason: 'as it was told' }),
    reinstate({ suspension: standingSuspension, reason: 'as it was told' }),
    dismiss({ from: 'RUSSIA', message: otherParkedId, reason: 'it was told again since' }),
    { ...signValues({ dossier: _id, version: 12 }), subject: 'officer-2' },
    proposeShareable(target(13)),
    turnDown({ dossier: _id, version: 14 }),
    proposeShareable(target(15)),
    { ...signShareable({ dossier: _id, version: 16 }), subject: 'officer-2' },
    close({ ...target(17), stage: 'CONVICTED', provenance }),
    recordGroup(named, 'key-of-a-group'),
    recordGroup(named, 'key-of-a-group'),
    action('amendGroup', 'AmendGroupInput', ofGroup)({ group: knownGroups.BELARUS, version: 1, ...named }),
    {
      ...signGroup({ group: knownGroups.BELARUS, version: 2, neutrality: 'as they call themselves' }),
      subject: 'officer-2',
    },
  ];
}
