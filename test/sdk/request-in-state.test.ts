import { buildSchema, isEnumType } from 'graphql';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import { DecideAnswerOfOwnDocuments, RequestOfOwnDocuments } from '../../sdk/src/generated/operations.ts';
import { ConcordError, requestInState } from '../../sdk/src/index.ts';
import { clientOf, gatewayAnswering } from './support/gateway.ts';

const at = '2026-11-20T09:30:00.000Z';
const whole = { receivedAt: at, deadline: at, endedAt: at, answer: null };

describe('a request', () => {
  const states = buildSchema(currentSchema()).getType('RequestState');
  test.each(isEnumType(states) ? states.getValues().map(({ name }) => name) : [])(
    'that is %s is told as it is',
    (state) => {
      const half = { ...whole, state };
      expect(requestInState(half)).toBe(half);
    },
  );

  test.each([
    ['RECEIVED', { deadline: null }, 'deadline'],
    ['CLARIFICATION', { receivedAt: null }, 'receivedAt'],
    ['GRANTED', { endedAt: null, receivedAt: null }, 'receivedAt, endedAt'],
    ['REFUSED', { answer: { kind: 'REFUSED', ground: null } }, 'answer.ground'],
    [
      'CLOSED',
      { answer: { kind: 'PARTIAL', classes: [], release: null, withheld: [], until: at } },
      'answer.release',
    ],
  ])('that is %s and lacks what this promises is an error: %j', (state, changed, lacking) => {
    const told = () => requestInState({ ...whole, ...changed, state });
    expect(told).toThrow(ConcordError);
    expect(told).toThrow(`The request is ${state}, and lacks ${lacking}.`);
  });

  test.each([
    ['in a state that promises nothing', { state: 'SENT', receivedAt: null, deadline: null, endedAt: null }],
    ['whose clock stands still', { state: 'CLARIFICATION', receivedAt: at, deadline: null }],
    ['of which the document did not ask it', { state: 'GRANTED' }],
    ['in a state of a newer gateway', { state: 'POSTPONED', receivedAt: null }],
    ['whose answer is not told', { ...whole, state: 'GRANTED', answer: null }],
    ['with a newer kind of answer', { ...whole, state: 'CLOSED', answer: { kind: 'LATER', ground: null } }],
    ['whose state is a name that every object has', { state: 'constructor', receivedAt: null }],
  ])('%s lacks nothing', (_what, half) => {
    expect(requestInState(half)).toBe(half);
  });
});

describe('the operations of requests', () => {
  test('are read alike by the officers of every agency', async () => {
    const half = { state: 'RECEIVED', receivedAt: at, deadline: at };
    for (const document of [RequestOfOwnDocuments.BELARUS, RequestOfOwnDocuments.RUSSIA]) {
      const { url } = await gatewayAnswering({ data: { agency: { request: { id: 'BYQ-1', half } } } });
      const { data } = await clientOf(url).query(document as typeof RequestOfOwnDocuments.BELARUS, {
        id: 'BYQ-1',
      });
      expect(JSON.stringify(data)).toContain('"id":"BYQ-1"');
    }
  });

  test('tell of a step that was refused what must be corrected', async () => {
    const refused = {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'No.',
      problems: [{ path: 'request', code: 'SAME_OFFICER', message: 'For another officer.' }],
    };
    const { url } = await gatewayAnswering({ data: { agency: { decideAnswer: refused } } });
    const input = { request: 'RUQ-1', version: 3, approves: true };
    const outcome = await clientOf(url).mutate(DecideAnswerOfOwnDocuments.BELARUS, { input });
    if (outcome.state !== 'done') throw new Error(outcome.state);
    expect(outcome.data.agency?.decideAnswer).toEqual(refused);
  });
});
