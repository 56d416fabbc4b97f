import type { RequestHalf } from '../../../playground/requests/half/own-requests.ts';
import { mayDraft, mayReadRequests, stepsOpen } from '../../../playground/requests/steps/request-steps.ts';
import { actedIn } from '../../../playground/step/acted.ts';
import { actions } from '../../../terms/actions.ts';
import { type Role, roles } from '../../../terms/enums.ts';
import { accepted, arrived, received, withEvents } from './half.ts';

test('the page offers a draft and the list to the roles that the agencies let have them, and to no other', () => {
  expect(roles.filter((role) => mayDraft({ roles: [role] }))).toEqual([...actions.draftRequest]);
  expect(roles.filter((role) => mayReadRequests({ roles: [role] }))).toEqual([...actions.readRequests]);
});

const draft: RequestHalf = {
  ...received,
  state: 'DRAFT',
  receivedAt: null,
  deadline: null,
  events: received.events.slice(0, 1),
};
const questioned: RequestHalf = {
  ...received,
  state: 'CLARIFICATION',
  deadline: null,
  question: 'Which years?',
};
const words: NonNullable<RequestHalf['waitingWords']> = {
  step: 'QUESTION',
  text: 'Which years?',
  terms: [],
  until: null,
  by: 'lena',
  since: '2026-11-20T11:00:00.000Z',
};
const worded: RequestHalf = { ...arrived, waitingWords: words };
const answer: NonNullable<RequestHalf['answer']> = {
  kind: 'NO_DATA',
  classes: null,
  withheld: null,
  ground: null,
  release: null,
  until: null,
  handling: 'H0',
  remark: null,
};
const proposed = {
  ...withEvents(accepted, { kind: 'PROPOSED', at: '2026-11-20T13:00:00.000Z', by: 'lena' }),
  proposal: answer,
};
const ended: RequestHalf = { ...received, state: 'GRANTED', endedAt: '2026-11-21T00:00:00.000Z' };

describe('the steps that an officer is offered', () => {
  const cases: [string, RequestHalf, Role, string[]][] = [
    ['a draft', draft, 'SUPERVISOR', ['authoriseRequest', 'withdrawRequest']],
    ['a draft', draft, 'INVESTIGATOR', ['withdrawRequest']],
    ['a draft', draft, 'LIAISON', []],
    ['a question about ours', questioned, 'LIAISON', ['clarifyRequest']],
    ['a question that was answered', { ...questioned, clarification: 'Since 2024' }, 'LIAISON', []],
    ['one that was sent', received, 'ANALYST', ['withdrawRequest']],
    ['one that has ended', ended, 'INVESTIGATOR', ['closeRequest']],
    ['one that has ended', ended, 'SUPERVISOR', []],
    ['one that is closed', { ...ended, state: 'CLOSED' }, 'INVESTIGATOR', []],
    [
      'one that has arrived',
      arrived,
      'LIAISON',
      ['acceptRequest', 'questionForm', 'questionRequest', 'proposeAnswer', 'takeUpRequest'],
    ],
    [
      'one of another officer',
      { ...arrived, assignedTo: 'lena' },
      'LIAISON',
      ['acceptRequest', 'questionForm', 'questionRequest', 'proposeAnswer', 'takeUpRequest'],
    ],
    [
      'one of their own',
      { ...arrived, assignedTo: 'somebody' },
      'LIAISON',
      ['acceptRequest', 'questionForm', 'questionRequest', 'proposeAnswer'],
    ],
    ['one that has arrived', arrived, 'SUPERVISOR', ['proposeAnswer', 'assignRequest']],
    [
      'one with its question answered',
      { ...arrived, question: 'Which years?' },
      'LIAISON',
      ['acceptRequest', 'proposeAnswer', 'takeUpRequest'],
    ],
    [
      'one whose form was asked about by the list',
      { ...arrived, formQuestions: [{ question: 'PERIOD_UNCLEAR', field: 'NECESSITY' }] },
      'LIAISON',
      ['acceptRequest', 'proposeAnswer', 'takeUpRequest'],
    ],
    [
      'one with words that wait',
      worded,
      'SUPERVISOR',
      ['countersignWords', 'proposeAnswer', 'assignRequest'],
    ],
    [
      'one with words that wait',
      worded,
      'LIAISON',
      ['acceptRequest', 'questionForm', 'questionRequest', 'proposeAnswer', 'takeUpRequest'],
    ],
    [
      'a reply that waits',
      { ...questioned, waitingWords: words },
      'SUPERVISOR',
      ['countersignWords', 'withdrawRequest'],
    ],
    ['a question of ours that is open', { ...arrived, state: 'CLARIFICATION' }, 'LIAISON', ['takeUpRequest']],
    ['one in order', accepted, 'LIAISON', ['proposeAnswer', 'extendRequest', 'takeUpRequest']],
    [
      'one with a later date',
      { ...accepted, extensionReason: 'Archive' },
      'LIAISON',
      ['proposeAnswer', 'takeUpRequest'],
    ],
    [
      'one past its deadline',
      { ...accepted, isOverdue: true },
      'LIAISON',
      ['proposeAnswer', 'takeUpRequest'],
    ],
    ['one with a proposal', proposed, 'SUPERVISOR', ['decideAnswer', 'assignRequest']],
    ['one with a proposal', proposed, 'LIAISON', ['takeUpRequest']],
    [
      'one whose decision waits for the deadline',
      withEvents(proposed, { kind: 'DECIDED', at: '2026-11-20T14:00:00.000Z', by: 'olga' }),
      'SUPERVISOR',
      ['decideAnswer', 'assignRequest'],
    ],
    [
      'one whose answer on the form waits for the deadline',
      withEvents(
        { ...arrived, proposal: proposed.proposal },
        { kind: 'DECIDED', at: '2026-11-20T14:00:00.000Z', by: 'olga' },
      ),
      'SUPERVISOR',
      ['assignRequest'],
    ],
    [
      'one that has ended there',
      { ...accepted, endedAt: '2026-11-23T09:30:00.000Z', state: 'NO_DATA' },
      'LIAISON',
      [],
    ],
    ['anything', accepted, 'OVERSEER', []],
  ];
  test.each(cases)('on %s, %#: %s', (_what, half, role, steps) => {
    expect(stepsOpen(half, { roles: [role], subject: 'somebody' })).toEqual({ steps, forAnother: undefined });
  });

  test.each([
    [draft, 'inga', 'authoriseRequest', ['withdrawRequest']],
    [proposed, 'lena', 'decideAnswer', ['assignRequest']],
  ])('leave the second of two to another officer: %#', (half, subject, forAnother, steps) => {
    expect(stepsOpen(half, { roles: ['SUPERVISOR'], subject })).toEqual({ steps, forAnother });
  });
});

describe('the outcome of a step', () => {
  const answered = (taken: object | null) => ({ data: { agency: { taken } } });
  const problems = [{ path: 'offence', code: 'ARTICLE_UNKNOWN', message: 'Not in the list.' }];
  test.each([
    [
      { state: 'taken', id: 'BYQ-1', isRepeat: false },
      answered({ __typename: 'RecordedRequest', of: 'BYQ-1', isRepeat: false }),
    ],
    [
      { state: 'taken', id: 'BYQ-1', isRepeat: true },
      answered({ __typename: 'RecordedRequest', of: 'BYQ-1', isRepeat: true }),
    ],
    [
      { state: 'refused', member: 'InvalidInput', message: 'No.', problems },
      answered({ __typename: 'InvalidInput', message: 'No.', problems }),
    ],
    [
      { state: 'refused', member: 'StaleVersion', message: 'Read again.', problems: [] },
      answered({ __typename: 'StaleVersion', message: 'Read again.' }),
    ],
    [
      { state: 'stopped' },
      { ...answered(null), errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] },
    ],
    [
      { state: 'unknown' },
      { ...answered(null), errors: [{ message: 'No.', extensions: { code: 'OUTCOME_UNKNOWN' } }] },
    ],
    [
      { state: 'unknown' },
      { ...answered(null), errors: [{ message: 'No.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ],
  ])('is %j', (acted, answer) => {
    expect(actedIn(answer as never)).toEqual(acted);
  });
});
