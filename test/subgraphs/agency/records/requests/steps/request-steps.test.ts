import type { InformationRequest } from '../../../../../../subgraphs/agency/records/requests/information-request.ts';
import type { RequestContents } from '../../../../../../subgraphs/agency/records/requests/request-record.ts';
import {
  type RequestAction,
  requestSteps,
} from '../../../../../../subgraphs/agency/records/requests/steps/request-steps.ts';
import {
  looksUp,
  needsOf,
  type StepFacts,
  type StepOnRequest,
} from '../../../../../../subgraphs/agency/records/requests/steps/step-on-request.ts';
import { answering, asked, hours, sent } from '../halves.ts';

const contentsOn = (half: InformationRequest): RequestContents => ({
  _id: half.id,
  version: 3,
  box: half.side === 'ASKER' ? 'SENT' : 'RECEIVED',
  other: half.side === 'ASKER' ? half.answerer : half.asker,
  place: 'place',
  half,
  content: {
    case: 'BY-2026-000001',
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    subject: { dossier: 'RU-0000000001' },
    offence: '209',
    necessity: 'As it was told',
  },
  words: {},
  taken: [],
});

const askedOn = (half: InformationRequest, input: object = {}, by = 'officer') => ({
  request: contentsOn(half),
  author: {
    by,
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' } as const,
    at: hours(1),
    idempotency: { key: 'key', fingerprint: 'fingerprint' },
  },
  input: { request: half.id, ...input },
  own: {
    agency: 'RUSSIA' as const,
    releases: { longestReleaseDays: 90, isEverReadAbroad: () => true },
    provisions: [],
  },
});

const needs = (action: RequestAction, half: InformationRequest, input: object = {}) =>
  needsOf(requestSteps[action], askedOn(half, input));

const decide = (
  action: RequestAction,
  half: InformationRequest,
  { input, by, ...facts }: Partial<StepFacts> & { input?: object; by?: string } = {},
) => {
  const step: StepOnRequest = requestSteps[action];
  return step.decide(askedOn(half, input, by), { dossier: null, standsInFor: [], work: 'ALL', ...facts });
};

const unread = () => {
  const { accepted: _, ...half } = answering();
  return half;
};
const granting = { kind: 'GRANTED', handling: 'H0', until: hours(48).toISOString() };
const proposed = answering({
  proposal: {
    by: 'liaison',
    at: hours(0),
    answer: { kind: 'PARTIAL', classes: ['CONTACT'], release: 'release' },
  },
});
const decidedOutside = answering({
  proposal: { by: 'liaison', at: hours(0), answer: { kind: 'NO_DATA' } },
  decision: { by: 'supervisor', at: hours(0), answer: { kind: 'NO_DATA' }, isOutside: true },
});

describe('an officer needs', () => {
  test('a case of the request to withdraw or close it, and none to take it up', () => {
    expect(needs('withdrawRequest', sent()).case).toBe(true);
    expect(needs('closeRequest', sent()).case).toBe(true);
    expect(needs('takeUpRequest', answering()).case).toBe(false);
  });

  test('a case of the request to countersign its words, and none to turn them down', () => {
    expect(needs('countersignWords', sent(), { approves: true }).case).toBe(true);
    expect(needs('countersignWords', sent(), { approves: false }).case).toBe(false);
  });

  test('to read all that a request names its person by, to authorise it where it is asked', () => {
    expect(needs('authoriseRequest', asked()).criteria).toBe(true);
    expect(needs('authoriseRequest', answering()).criteria).toBe(false);
    expect(needs('withdrawRequest', asked()).criteria).toBe(false);
  });

  test('to read what an answer opens, once the form is in order', () => {
    expect(needs('proposeAnswer', answering(), granting).reading).toEqual(['IDENTITY', 'CONTACT']);
    expect(needs('proposeAnswer', unread(), granting).reading).toBeUndefined();
    expect(needs('decideAnswer', proposed, { approves: true }).reading).toEqual(['CONTACT']);
    expect(needs('decideAnswer', decidedOutside, { approves: true }).reading).toBeUndefined();
  });

  test('to read the dossier for which a later date is set, once the form is in order', () => {
    expect(needs('extendRequest', answering()).reading).toEqual([]);
    expect(needs('extendRequest', unread()).reading).toBeUndefined();
  });
});

describe('the subject is looked up', () => {
  test('as the form is found in order, and by each later step that tells of it', () => {
    expect(looksUp(requestSteps.acceptRequest, unread(), {})).toBe(true);
    expect(looksUp(requestSteps.proposeAnswer, answering(), {})).toBe(true);
    expect(looksUp(requestSteps.decideAnswer, answering(), { approves: true })).toBe(true);
  });

  test('by no step before that, by none that takes back, and by none about the form', () => {
    expect(looksUp(requestSteps.proposeAnswer, unread(), {})).toBe(false);
    expect(looksUp(requestSteps.decideAnswer, answering(), { approves: false })).toBe(false);
    expect(looksUp(requestSteps.takeUpRequest, answering(), {})).toBe(false);
  });
});

describe('a step', () => {
  test('of the agency that asks is refused at the one that answers, and the other way round', () => {
    expect(decide('withdrawRequest', answering())).toMatchObject({ problems: [{ code: 'WRONG_STATE' }] });
    expect(decide('takeUpRequest', sent())).toMatchObject({ problems: [{ code: 'WRONG_STATE' }] });
    expect(decide('withdrawRequest', sent())).toHaveProperty('contents');
    expect(decide('takeUpRequest', answering())).toHaveProperty('contents');
  });

  test('that authorises a draft sends it, and is not its drafter’s', () => {
    expect(decide('authoriseRequest', asked())).toMatchObject({
      messages: [{ type: 'concord.request.sent.v1' }],
    });
    expect(decide('authoriseRequest', asked(), { by: 'analyst' })).toMatchObject({
      problems: [{ code: 'SAME_OFFICER' }],
    });
  });

  test('that takes a request over counts by whether its officer stands in for the one who had it', () => {
    const taken = answering({ takenUp: [{ by: 'liaison', at: hours(0) }] });
    expect(decide('takeUpRequest', taken)).toMatchObject({ counts: { takenOver: { number: 1 } } });
    expect(decide('takeUpRequest', taken, { standsInFor: ['liaison'] })).toMatchObject({
      counts: { stoodIn: { number: 1 } },
    });
  });

  test('that takes back what was decided is not for an officer who works on nothing of it', () => {
    const input = { approves: false };
    expect(decide('decideAnswer', decidedOutside, { input, work: 'NONE' })).toEqual({
      forbidden: 'TAKEN_BACK_OUTSIDE',
    });
    expect(decide('decideAnswer', decidedOutside, { input, work: 'SOME' })).toHaveProperty('contents');
  });

  test('that assigns names an officer as their tokens do', () => {
    expect(decide('assignRequest', answering(), { input: { to: 'liaison' } })).toMatchObject({
      contents: { half: { takenUp: [{ by: 'liaison', assignedBy: 'officer' }] } },
    });
    expect(decide('assignRequest', answering(), { input: { to: '' } })).toMatchObject({
      problems: [{ code: 'MISSING', path: 'to' }],
    });
  });
});
