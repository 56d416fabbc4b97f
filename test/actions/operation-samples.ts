import { measureDay } from '../../subgraphs/agency/records/formats/dates/day-window.ts';
import type { OperationRecord } from '../../subgraphs/agency/records/operations/operation-record.ts';
import type { Role } from '../../terms/enums.ts';
import { nameOfMany, type OperationStage, operationAt } from '../support/hand-made-operations.ts';
import { blank, days, reason } from './request-samples.ts';

const dayIn = (number: number) => measureDay(new Date(days(number)));
const lead = { officer: 'lena', role: 'INVESTIGATOR' };

/** Terms that an officer proposes. */
export const operationTerms = {
  ...{ name: 'WHINCHAT', from: dayIn(1), until: dayIn(30), offences: ['209'], origins: [] },
};

/** An action on a joint operation: how far its operation is, and an input that is taken. */
interface OperationSample {
  stage: OperationStage;
  role: Role;
  input?: Readonly<Record<string, unknown>>;
  /** The parts of the input that make it invalid; or the stage at which the action is refused. */
  invalid: Readonly<Record<string, unknown>> | OperationStage;
}

/** One of each action on a joint operation that there is. */
export const operationSamples = {
  acceptOperation: {
    ...{ stage: 'RECEIVED', role: 'LIAISON', input: { version: 1, offer: 1, lead }, invalid: { offer: 9 } },
  },
  sendBackOperation: {
    ...{ stage: 'RECEIVED', role: 'LIAISON', invalid: { offer: 9 } },
    input: { version: 1, offer: 1, lead, terms: { ...operationTerms, name: 'WRYNECK' } },
  },
  declineOperation: {
    ...{ stage: 'RECEIVED', role: 'LIAISON', input: { version: 1, offer: 1 }, invalid: { offer: 9 } },
  },
  renewOperation: {
    ...{ stage: 'ACTIVE', role: 'LIAISON', input: { version: 1, until: dayIn(90) } },
    invalid: { until: '2001-01-01' },
  },
  countersignOperation: {
    ...{ stage: 'DRAFT', role: 'SUPERVISOR', input: { version: 1, approves: true }, invalid: 'ACTIVE' },
  },
  nameOperationMembers: {
    ...{ stage: 'ACTIVE', role: 'SUPERVISOR', invalid: { lead: 'nobody' } },
    input: { version: 1, members: [lead], lead: 'lena' },
  },
  addOperationMeasure: { stage: 'ACTIVE', role: 'INVESTIGATOR', input: { version: 1 }, invalid: 'ENDED' },
  removeOperationMeasure: {
    ...{ stage: 'ACTIVE', role: 'INVESTIGATOR', input: { version: 1, measure: 'V00000000000A' } },
    invalid: { measure: 'V00000000000B' },
  },
  draftOperationReleases: {
    ...{ stage: 'ACTIVE', role: 'INVESTIGATOR', input: { version: 1, reason }, invalid: { reason: blank } },
  },
  proposeOperationRelease: {
    ...{ stage: 'RELEASING', role: 'LIAISON', input: { version: 1, draft: 'V00000000000D' } },
    invalid: { draft: 'V00000000000B' },
  },
  dropOperationRelease: {
    ...{ stage: 'RELEASING', role: 'LIAISON', input: { version: 1, draft: 'V00000000000D' } },
    invalid: { draft: 'V00000000000B' },
  },
  addOperationResult: {
    ...{ stage: 'ACTIVE', role: 'SUPERVISOR', input: { version: 1, kind: 'CASES_JOINED', count: 1 } },
    invalid: { count: 0 },
  },
  suspendOperation: { stage: 'ACTIVE', role: 'LIAISON', invalid: 'ENDED' },
  resumeOperation: { stage: 'SUSPENDED', role: 'SUPERVISOR', input: { version: 1 }, invalid: 'ACTIVE' },
  endOperation: { stage: 'ACTIVE', role: 'LIAISON', invalid: 'ENDED' },
  evaluateOperation: {
    ...{ stage: 'ENDED', role: 'SUPERVISOR', input: { version: 1, worked: [], failed: ['STAFF'] } },
    invalid: { worked: ['STAFF'] },
  },
} satisfies Readonly<Record<string, OperationSample>>;

export type OperationAction = keyof typeof operationSamples;
export const operationActions = Object.keys(operationSamples) as OperationAction[];

/** The sample of an action, without what TypeScript knows of it alone. */
export const operationSample = (action: OperationAction): OperationSample => operationSamples[action];

const nameOf = (index: number) => String(index).padStart(16, '0');
const idOf = (stage: OperationStage, index: number) =>
  `${stage === 'RECEIVED' ? 'RUO' : 'BYO'}-${nameOf(index)}`;

/** Those at a stage at which actions are refused. */
const refusing: readonly OperationStage[] = ['ACTIVE', 'ENDED'];

/** Each action has an operation of its own. */
export const operationFor = (action: OperationAction): string =>
  idOf(operationSample(action).stage, operationActions.indexOf(action));

/** The operation of a stage on which no action is taken. */
export const operationThatRefuses = (stage: OperationStage): string =>
  idOf(stage, operationActions.length + refusing.indexOf(stage));

/**
 * @param measure a measure of the dossier that has one for them
 * @param dossier for which a release is drafted
 */
export function operationsOfSamples(
  measure: { dossier: string; of: string },
  dossier: string,
): OperationRecord[] {
  const stages = [...operationActions.map((action) => operationSample(action).stage), ...refusing];
  return stages.map((stage, index) => {
    const isRemoved = operationActions[index] === 'removeOperationMeasure';
    return operationAt(stage, {
      ...{ name: nameOf(index), code: nameOfMany(index), dossier },
      ...(isRemoved && { measure }),
    });
  });
}
