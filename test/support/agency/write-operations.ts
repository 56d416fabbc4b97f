import type { GraphQLSchema } from 'graphql';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { RequestAction } from '../../../subgraphs/agency/records/requests/steps/request-steps.ts';
import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import type { Role } from '../../../terms/enums.ts';
import { knownGroups, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { releaseAt } from '../../../workshop/demo-data/releases.ts';
import {
  type OperationAction,
  operationActions,
  operationFor,
  operationSample,
  operationTerms,
} from '../../actions/operation-samples.ts';
import { requestActions, requestSamples } from '../../actions/request-samples.ts';
import { inputOf } from '../../actions/take.ts';
import { fullSelection } from '../full-selection.ts';
import { dayFromNow, inConflict, openMeasures } from '../hand-made-measures.ts';
import { manyAlerts } from './many-indicators.ts';
import { standingSuspension } from './many-messages.ts';
import { manyRequests } from './many-requests.ts';
import type { Operation } from './operations.ts';
import { otherParkedId, parkedId } from './parked-message.ts';

const inNineDays = new Date(Date.now() + 9 * 86_400_000).toISOString();
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', provenance }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

/** Proposed by somebody else before, since who is to grant it must name it. */
export const proposedRelease = releaseAt(
  'PROPOSED',
  'V000000000001',
  { to: 'RUSSIA', classes: ['IDENTITY'], purposes: ['SOLVING'] },
  new Date(),
);

/**
 * Every action, those on a dossier one after another on this one; what is recorded is sent again under the same key.
 * @param elsewhere a dossier of another case
 */
export function writeOperations(
  schema: GraphQLSchema,
  { _id, names }: DossierRecord,
  elsewhere: DossierRecord,
): Operation[] {
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
  const ofGroup = `... on RecordedGroup { id: of group ${fullSelection(schema, 'CriminalGroup')} }`;
  const record = action('recordDossier', 'DossierInput');
  const recordGroup = action('recordGroup', 'GroupInput', ofGroup);
  const named = { kind: 'CALL_CENTRE', name: 'Office on the river', provenance };
  const target = (version: number) => ({ dossier: _id, version, reason: 'as it was told' });
  const value = names[0]?.id;
  const retainUntil = new Date().toISOString().slice(0, 10);
  const changeHandling = action('changeHandlingCode', 'HandlingCodeInput', recorded, 'SUPERVISOR');
  const addCase = action('addCase', 'AddCaseInput', recorded, 'SUPERVISOR');
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
  const tried = '... on TriedMessage { id: of isApplied reason }';
  const tryAgain = action('tryMessageAgain', 'TryMessageAgainInput', tried, 'LIAISON');
  const dismiss = action(
    'dismissMessage',
    'DismissMessageInput',
    '... on DismissedMessage { id: of }',
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
  const signRemoval = action('countersignRemoval', 'RemovalInput', recorded, 'SUPERVISOR');
  const keep = action('takeBackRemoval', 'TakeBackRemovalInput');
  const order = action('removeByOrder', 'RemoveByOrderInput', recorded, 'SUPERVISOR');
  const signGroup = action('countersignGroup', 'CountersignGroupInput', ofGroup, 'SUPERVISOR');
  const plan = {
    kind: 'SEARCH',
    window: { from: dayFromNow(1), until: dayFromNow(2) },
    ground: 'Code of Criminal Procedure, Article 208',
    provenance,
  };
  const [planned, authorised, underWay, cancelled] = openMeasures() as [Measure, Measure, Measure, Measure];
  const onMeasure = (field: string, input: string, version: number, given: object, role?: Role) =>
    action(field, input, recorded, role)({ dossier: _id, version, ...given });
  const ofCheck = `... on RecordedMeasureCheck { of check ${fullSelection(schema, 'MeasureCheck')} }`;
  const coordinated = action('coordinateMeasure', 'CoordinateMeasureInput', ofCheck, 'SUPERVISOR');
  const overridden = action('overrideMeasure', 'OverrideMeasureInput', ofCheck, 'SUPERVISOR');
  const ofRequest = `... on RecordedRequest { of isRepeat request ${fullSelection(schema, 'InformationRequest')} }`;
  const { stages, received } = manyRequests;
  // These are taken on one request, one after the other.
  const onOne: Partial<Record<RequestAction, object>> = {
    takeUpRequest: {},
    assignRequest: { version: 2 },
    acceptRequest: {},
  };
  const onRequest = (field: RequestAction): Operation => {
    const { role, stage, input } = requestSamples[field];
    const request = onOne[field] ? received : stages[stage];
    const type = inputOf('belarus', field).replace('!', '');
    return action(field, type, ofRequest, role)({ request, ...input, ...onOne[field] });
  };
  const ofOperation = `... on RecordedOperation { of operation ${fullSelection(schema, 'JointOperation')} }`;
  const proposed = action('proposeOperation', 'ProposeOperationInput', ofOperation, 'LIAISON');
  const newTerms = { to: 'RUSSIA', terms: operationTerms, lead: { officer: 'lena', role: 'INVESTIGATOR' } };
  const onOperation = (field: OperationAction): Operation => {
    const { role, input } = operationSample(field);
    const type = inputOf('belarus', field).replace('!', '');
    const given = {
      operation: operationFor(field),
      ...(field === 'addOperationMeasure' && { measure: `${_id} ${planned.id}` }),
      ...(field === 'draftOperationReleases' && {
        releases: [{ dossier: linkedPerson.BELARUS, classes: ['IDENTITY'] }],
      }),
      ...input,
    };
    return { ...action(field, type, ofOperation, role)(given), subject: `${role.toLowerCase()}-1` };
  };
  const ofDeputy = `... on RecordedDeputy { deputy ${fullSelection(schema, 'Deputy')} }`;
  const setDeputy = action('setDeputy', 'SetDeputyInput', ofDeputy, 'LIAISON');
  const endDeputy = action('endDeputy', 'EndDeputyInput', ofDeputy, 'LIAISON');
  const draft = action('draftRequest', 'DraftRequestInput', ofRequest);
  const drafted = {
    to: 'RUSSIA',
    subject: { dossier: 'RU-0000000001' },
    classes: ['IDENTITY'],
    urgency: 'OTHER',
    offence: '209',
    necessity: 'Calls came from there',
  };
  const onAlert = (field: string, input: string) =>
    action(field, input, `... on RecordedAlert { of alert ${fullSelection(schema, 'Alert')} }`);
  const acknowledge = onAlert('acknowledgeAlert', 'AcknowledgeAlertInput');
  const act = onAlert('actOnAlert', 'ActOnAlertInput');
  const called = onAlert('callWidelyShared', 'CallWidelySharedInput');
  const dismissed = onAlert('dismissAlert', 'DismissAlertInput');
  return [
    acknowledge({ alert: manyAlerts.new, version: 1 }, 'key-of-an-alert'),
    acknowledge({ alert: manyAlerts.new, version: 1 }, 'key-of-an-alert'),
    act({ alert: manyAlerts.seen, version: 1, means: 'REQUEST', named: stages.ENDED }),
    called({ alert: manyAlerts.shared, version: 1 }),
    dismissed({ alert: manyAlerts.useless, version: 1, reason: 'NOT_RELEVANT' }),
    draft(drafted, 'key-of-a-draft'),
    draft(drafted, 'key-of-a-draft'),
    draft(drafted),
    draft({ ...drafted, subject: { linkOf: linkedPerson.BELARUS } }),
    ...requestActions.map(onRequest),
    proposed(newTerms, 'key-of-an-operation'),
    proposed(newTerms, 'key-of-an-operation'),
    ...operationActions.map(onOperation),
    action(
      'signFirstLoad',
      'SignFirstLoadInput',
      `... on RecordedFirstLoad { firstLoad ${fullSelection(schema, 'FirstLoad')} }`,
      'SUPERVISOR',
    )({ agency: 'RUSSIA', slots: 20_000, until: inNineDays.slice(0, 10) }),
    setDeputy({ deputy: 'officer-2', until: inNineDays.slice(0, 10) }),
    endDeputy({ deputy: 'officer-2' }),
    record(person, 'key-of-a-dossier'),
    record(person, 'key-of-a-dossier'),
    action('amendDossier', 'AmendDossierInput')({ ...target(1), add: { names: person.names } }),
    action('contestValue', 'ValueInput')({ ...target(2), value }),
    ...[0, 1].map((later) =>
      action(
        'contestValue',
        'ValueInput',
      )({
        dossier: elsewhere._id,
        version: elsewhere.version + later,
        value: elsewhere.names[0]?.id,
        reason: 'as it was told',
      }),
    ),
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
    withdraw({ dossier: _id, foreign, of: 'DECISION', reason: 'as it was told' }),
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
    { ...signRemoval({ dossier: _id, version: 17, values: [value] }), subject: 'officer-2' },
    keep({ dossier: _id, values: [value] }),
    order({ dossier: _id, version: 19, values: [value], order: 'ERASURE_ORDERED' }),
    onMeasure('planMeasure', 'PlanMeasureInput', 20, { plan }),
    {
      ...onMeasure('authoriseMeasure', 'AuthoriseMeasureInput', 21, { measure: planned.id }, 'SUPERVISOR'),
      subject: 'officer-2',
    },
    onMeasure('startMeasure', 'StartMeasureInput', 22, { measure: authorised.id }),
    onMeasure(
      'startMeasure',
      'StartMeasureInput',
      23,
      { measure: planned.id, urgency: 'LIFE' },
      'SUPERVISOR',
    ),
    onMeasure('finishMeasure', 'FinishMeasureInput', 24, { measure: underWay.id, outcome: { arrested: 1 } }),
    onMeasure('liftMeasure', 'EndMeasureInput', 25, { measure: planned.id, reason: 'as it was told' }),
    onMeasure('cancelMeasure', 'EndMeasureInput', 26, { measure: cancelled.id, reason: 'as it was told' }),
    coordinated({ dossier: _id, measure: inConflict, version: 1 }, 'key-of-a-word'),
    coordinated({ dossier: _id, measure: inConflict, version: 1 }, 'key-of-a-word'),
    overridden({ dossier: _id, measure: inConflict, version: 2, reason: 'LIFE' }),
    addCase({ ...target(27), case: 'BY-2026-000777' }),
    close({ ...target(28), stage: 'CONVICTED', provenance }),
    recordGroup(named, 'key-of-a-group'),
    recordGroup(named, 'key-of-a-group'),
    action('amendGroup', 'AmendGroupInput', ofGroup)({ group: knownGroups.BELARUS, version: 1, ...named }),
    {
      ...signGroup({ group: knownGroups.BELARUS, version: 2, neutrality: 'as they call themselves' }),
      subject: 'officer-2',
    },
  ];
}
