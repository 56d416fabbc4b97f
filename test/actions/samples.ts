import type { RequestAction } from '../../subgraphs/agency/records/requests/steps/request-steps.ts';
import { parkedId } from '../support/agency/parked-message.ts';
import { dossierOf } from '../support/hand-made-dossiers.ts';
import { dayFromNow, inConflict } from '../support/hand-made-measures.ts';
import {
  type OperationAction,
  operationActions,
  operationFor,
  operationSample,
  operationTerms,
  operationThatRefuses,
} from './operation-samples.ts';
import { blank, days, reason, requestActions, requestSamples } from './request-samples.ts';
import { alertFor, dossierFor, groupFor, requestFor, unseen } from './sample-records.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
export const name = { kind: 'ALIAS', script: 'LATIN', surname: 'Probny', provenance };
const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};
const group = { kind: 'CALL_CENTRE', name: 'Office on the river', provenance };
const foreign = { dossier: 'RU-0000000001' };

export type Input = Record<string, unknown>;
type Step = readonly [action: string, input: Input];

/** One action: an input that is taken, and what is otherwise in those that are not. */
interface Sample {
  action: string;
  role: string;
  input: Input;
  /** Turns the input into one with a problem. */
  invalid?: Input;
  /** Turns it into one that names a record that there is not. */
  unknown?: Input;
  /** Steps that others have taken before. */
  before?: readonly Step[];
}

const onAlert = (action: string, input: Input, invalid: Input): Sample => ({
  action,
  role: 'LIAISON',
  input: { alert: alertFor(action), version: 1, ...input },
  invalid,
  unknown: { alert: 'BYA-ZZZZZZZZZZZZZZZZ' },
});
const value = dossierOf('BY-0000000000').names[0]?.id;
const proposal = {
  to: 'RUSSIA',
  classes: ['IDENTITY'],
  purposes: ['INVESTIGATION'],
  until: days(20),
  reason,
};
const plan = {
  kind: 'SEARCH',
  window: { from: dayFromNow(1), until: dayFromNow(2) },
  ground: 'Code of Criminal Procedure, Article 208',
  provenance,
};
const link = { foreign, decision: 'SAME', reason };
const unknownDossier = { dossier: 'BY-0000000099' };
const unknownGroup = { group: 'BYG-ZZZZZZZZZZZZZZZZ' };

/** An action on its joint operation. */
const onOperation = (action: OperationAction): Sample => {
  const { role, input, invalid } = operationSample(action);
  return {
    action,
    role,
    input: {
      operation: operationFor(action),
      ...(action === 'addOperationMeasure' && { measure: `${dossierFor(action)} VPLANNED00001` }),
      ...(action === 'draftOperationReleases' && {
        releases: [{ dossier: dossierFor(action), classes: ['IDENTITY'] }],
      }),
      ...input,
    },
    invalid: typeof invalid === 'string' ? { operation: operationThatRefuses(invalid) } : invalid,
    unknown: { operation: 'BYO-ZZZZZZZZZZZZZZZZ' },
  };
};

/** An action on its request. */
const onRequest = (action: RequestAction): Sample => {
  const { role, input, invalid } = requestSamples[action];
  return {
    action,
    role,
    input: { request: requestFor(action)._id, ...input },
    invalid: typeof invalid === 'string' ? { request: requestFor(invalid)._id } : invalid,
    unknown: { request: 'BYQ-ZZZZZZZZZZZZZZZZ' },
  };
};

/** An action on its dossier; the version is that which the steps before it have left. */
const onDossier = (
  action: string,
  role: string,
  input: Input,
  invalid: Input,
  { before = [], takesVersion = true }: { before?: readonly Step[]; takesVersion?: boolean } = {},
): Sample => {
  const dossier = dossierFor(action);
  const target = (version: number) => ({ dossier, version });
  return {
    action,
    role,
    input: { ...(takesVersion ? target(before.length + 1) : { dossier }), ...input },
    invalid,
    unknown: unknownDossier,
    before: before.map(([step, given], index): Step => [step, { ...target(index + 1), ...given }]),
  };
};

export const samples: readonly Sample[] = [
  { action: 'recordDossier', role: 'INVESTIGATOR', input: person, invalid: { offences: [] } },
  onDossier('amendDossier', 'INVESTIGATOR', { add: { names: [name] } }, { reason: blank }),
  onDossier('contestValue', 'INVESTIGATOR', { value, reason }, { reason: blank }),
  onDossier('uncontestValue', 'INVESTIGATOR', { value, reason }, { reason: blank }),
  onDossier(
    'setRetention',
    'INVESTIGATOR',
    { value, reason, retainUntil: days(2).slice(0, 10) },
    { retainUntil: '2001-01-01' },
  ),
  onDossier(
    'changeHandlingCode',
    'SUPERVISOR',
    { handlingCode: 'ORIGINATOR_ONLY', reason },
    { handlingCode: 'SHAREABLE' },
  ),
  onDossier('closeDossier', 'SUPERVISOR', { stage: 'CONVICTED', provenance, reason }, { stage: 'SUSPECTED' }),
  onDossier('addCase', 'SUPERVISOR', { case: 'BY-2026-000777', reason }, { case: 'RU-2026-000001' }),
  { action: 'recordGroup', role: 'INVESTIGATOR', input: group, invalid: { name: blank } },
  {
    action: 'amendGroup',
    role: 'INVESTIGATOR',
    input: { group: groupFor('amendGroup'), version: 1, ...group },
    invalid: { name: blank },
    unknown: unknownGroup,
  },
  {
    action: 'countersignGroup',
    role: 'SUPERVISOR',
    input: { group: groupFor('countersignGroup'), version: 2, neutrality: 'The name that they use' },
    invalid: { neutrality: blank },
    unknown: unknownGroup,
    before: [['amendGroup', { group: groupFor('countersignGroup'), version: 1, ...group }]],
  },
  onDossier(
    'planMeasure',
    'INVESTIGATOR',
    { plan },
    { plan: { ...plan, ground: 'Code of Criminal Procedure, Article 126' } },
  ),
  // What is wrong for most is another measure, which is at another stage.
  onDossier('authoriseMeasure', 'SUPERVISOR', { measure: 'VPLANNED00001' }, { measure: 'VAUTHORISED01' }),
  onDossier('startMeasure', 'INVESTIGATOR', { measure: 'VAUTHORISED01' }, { measure: 'VPLANNED00001' }),
  onDossier(
    'finishMeasure',
    'INVESTIGATOR',
    { measure: 'VUNDERWAY0001', outcome: { arrested: 1 } },
    { outcome: { arrested: -1 } },
  ),
  onDossier('cancelMeasure', 'SUPERVISOR', { measure: 'VPLANNED00001', reason }, { reason: blank }),
  onDossier('liftMeasure', 'INVESTIGATOR', { measure: 'VUNDERWAY0001', reason }, { reason: blank }),
  // The version is that of the comparison; of the other measure nothing is in conflict.
  onDossier('coordinateMeasure', 'SUPERVISOR', { measure: inConflict }, { measure: 'VUNDERWAY0001' }),
  onDossier(
    'overrideMeasure',
    'SUPERVISOR',
    { measure: inConflict, reason: 'LIFE' },
    { measure: 'VUNDERWAY0001' },
  ),
  onDossier('proposeRelease', 'LIAISON', proposal, { to: 'BELARUS' }),
  onDossier('grantRelease', 'SUPERVISOR', { release: 'VPROPOSED' }, { neutrality: blank }),
  onDossier(
    'recallRelease',
    'SUPERVISOR',
    { release: 'VGRANTED', reason },
    { reason: blank },
    { takesVersion: false },
  ),
  onDossier('proposeShareable', 'LIAISON', { reason }, { reason: blank }),
  onDossier(
    'countersignShareable',
    'SUPERVISOR',
    { neutrality: 'Facts of the case alone' },
    { neutrality: blank },
    { before: [['proposeShareable', { reason }]] },
  ),
  onDossier(
    'turnDownShareable',
    'SUPERVISOR',
    {},
    // Nobody has proposed anything on this one.
    { dossier: dossierFor('suspendOfficer'), version: 1 },
    { before: [['proposeShareable', { reason }]] },
  ),
  onDossier(
    'countersignValues',
    'SUPERVISOR',
    { neutrality: 'Facts of the case alone' },
    { neutrality: blank },
    { before: [['amendDossier', { add: { names: [name] } }]] },
  ),
  onDossier(
    'countersignRemoval',
    'SUPERVISOR',
    { values: [value] },
    { values: [] },
    { before: [['amendDossier', { remove: [value] }]] },
  ),
  onDossier(
    'takeBackRemoval',
    'LIAISON',
    { values: [value] },
    { values: [] },
    { before: [['amendDossier', { remove: [value] }]], takesVersion: false },
  ),
  onDossier('removeByOrder', 'SUPERVISOR', { values: [value], order: 'ERASURE_ORDERED' }, { values: [] }),
  onDossier('proposeLink', 'LIAISON', link, { foreign: { dossier: 'nobody' } }),
  onDossier(
    'countersignLink',
    'SUPERVISOR',
    { foreign },
    { foreign: { dossier: 'nobody' } },
    { before: [['proposeLink', link]] },
  ),
  onDossier(
    'withdrawLink',
    'SUPERVISOR',
    { foreign, of: 'PROPOSAL', reason },
    { reason: blank },
    { before: [['proposeLink', link]], takesVersion: false },
  ),
  {
    action: 'tryMessageAgain',
    role: 'LIAISON',
    input: { from: 'RUSSIA', message: parkedId },
    unknown: { message: 'nothing' },
  },
  {
    action: 'dismissMessage',
    role: 'LIAISON',
    input: { from: 'RUSSIA', message: parkedId, reason },
    invalid: { reason: blank },
    unknown: { message: 'nothing' },
  },
  {
    action: 'suspendOfficer',
    role: 'OVERSEER',
    input: { subject: 'gone-astray', reason },
    invalid: { subject: 'overseer-1' },
  },
  {
    action: 'reinstateOfficer',
    role: 'SUPERVISOR',
    input: { suspension: 'the one in force', reason },
    invalid: { reason: blank },
    unknown: { suspension: 'nothing' },
  },
  {
    action: 'draftRequest',
    role: 'INVESTIGATOR',
    input: {
      to: 'RUSSIA',
      subject: foreign,
      classes: ['IDENTITY'],
      urgency: 'OTHER',
      offence: '209',
      necessity: reason,
    },
    invalid: { offence: '1' },
  },
  ...requestActions.map(onRequest),
  {
    action: 'proposeOperation',
    role: 'LIAISON',
    input: { to: 'RUSSIA', terms: operationTerms, lead: { officer: 'lena', role: 'INVESTIGATOR' } },
    invalid: { to: 'BELARUS' },
  },
  ...operationActions.map(onOperation),
  onAlert('acknowledgeAlert', {}, { alert: alertFor('actOnAlert') }),
  onAlert('actOnAlert', { means: 'REQUEST', named: requestFor('closeRequest')._id }, { named: '' }),
  onAlert('dismissAlert', { reason: 'NOT_RELEVANT' }, { alert: unseen }),
  onAlert('callWidelyShared', {}, { alert: unseen }),
  {
    action: 'signFirstLoad',
    role: 'SUPERVISOR',
    input: { agency: 'RUSSIA', slots: 30_000, until: days(9).slice(0, 10) },
    invalid: { slots: 0 },
  },
  {
    action: 'setDeputy',
    role: 'LIAISON',
    input: { deputy: 'liaison-2', until: days(9).slice(0, 10) },
    invalid: { deputy: 'liaison-1' },
  },
  { action: 'endDeputy', role: 'LIAISON', input: { deputy: 'liaison-2' }, unknown: { deputy: 'nobody' } },
];
