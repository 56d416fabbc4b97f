import type { RequestAction } from '../../subgraphs/agency/records/requests/steps/request-steps.ts';
import type { Role } from '../../terms/enums.ts';
import type { RequestStage } from '../support/hand-made-requests.ts';

export const reason = 'As it was told';
export const blank = ' ';
export const days = (number: number) => new Date(Date.now() + number * 86_400_000).toISOString();

/** An action on a request: how far its request is, and an input that is taken. */
interface RequestSample {
  stage: RequestStage;
  role: Role;
  input?: Readonly<Record<string, unknown>>;
  /** The parts of the input that make it invalid; or an action whose sample request is at a stage where this one is refused. */
  invalid: Readonly<Record<string, unknown>> | RequestAction;
}

/** One of each action on a request; those on received ones of one stage can be taken on one request, in this order. */
export const requestSamples: Readonly<Record<RequestAction, RequestSample>> = {
  takeUpRequest: { stage: 'RECEIVED', role: 'LIAISON', input: { version: 1 }, invalid: 'authoriseRequest' },
  assignRequest: {
    stage: 'RECEIVED',
    role: 'SUPERVISOR',
    input: { version: 1, to: 'lena' },
    invalid: { to: blank },
  },
  authoriseRequest: { stage: 'DRAFT', role: 'SUPERVISOR', invalid: 'closeRequest' },
  withdrawRequest: { stage: 'SENT', role: 'SUPERVISOR', invalid: 'closeRequest' },
  clarifyRequest: { stage: 'QUESTIONED', role: 'LIAISON', input: { text: reason }, invalid: { text: blank } },
  closeRequest: { stage: 'ENDED', role: 'INVESTIGATOR', invalid: 'clarifyRequest' },
  questionRequest: { stage: 'RECEIVED', role: 'LIAISON', input: { text: reason }, invalid: { text: blank } },
  questionForm: {
    stage: 'RECEIVED',
    role: 'LIAISON',
    input: { questions: ['PERIOD_UNCLEAR'] },
    invalid: { questions: [] },
  },
  countersignWords: {
    stage: 'WORDED',
    role: 'SUPERVISOR',
    input: { version: 1, approves: true, neutrality: reason },
    invalid: { neutrality: blank },
  },
  acceptRequest: { stage: 'RECEIVED', role: 'LIAISON', invalid: 'extendRequest' },
  extendRequest: {
    stage: 'ACCEPTED',
    role: 'LIAISON',
    input: { until: days(9), reason },
    invalid: { reason: blank },
  },
  proposeAnswer: {
    stage: 'ACCEPTED',
    role: 'LIAISON',
    input: { kind: 'GRANTED', until: days(20) },
    invalid: { kind: 'REFUSED' },
  },
  decideAnswer: {
    stage: 'PROPOSED',
    role: 'SUPERVISOR',
    input: { version: 1, approves: true },
    invalid: { neutrality: blank },
  },
};
export const requestActions = Object.keys(requestSamples) as RequestAction[];
