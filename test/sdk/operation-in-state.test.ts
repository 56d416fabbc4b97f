import { buildSchema, isEnumType } from 'graphql';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import { ConcordError, operationInState } from '../../sdk/src/index.ts';

const at = '2026-11-20T09:30:00.000Z';
const evaluation = { at, worked: ['SECRECY'], failed: [], words: null };
const whole = {
  offer: { number: 1, by: 'BELARUS', at, lapsesAt: at },
  case: 'BY-2026-000001',
  otherCase: 'RU-2026-000001',
  lead: 'olga.k',
  endsAt: at,
  results: { measures: 0 },
  evaluation,
  otherEvaluation: evaluation,
};
const empty = {
  ...{ offer: null, case: null, otherCase: null, lead: null, endsAt: null, results: null },
  ...{ evaluation: null, otherEvaluation: null },
};
const agreed = 'offer, case, otherCase, lead, endsAt, results';

describe('a half of a joint operation', () => {
  const states = buildSchema(currentSchema()).getType('OperationState');
  test.each(isEnumType(states) ? states.getValues().map(({ name }) => name) : [])(
    'that is %s is told as it is',
    (state) => {
      const half = { ...whole, state };
      expect(operationInState(half)).toBe(half);
    },
  );

  test.each([
    ['AGREED', agreed],
    ['ACTIVE', agreed],
    ['SUSPENDED', agreed],
    ['ENDED', agreed],
    ['EVALUATED', `${agreed}, evaluation, otherEvaluation`],
  ])('that is %s and lacks what this promises is an error', (state, lacking) => {
    const told = () => operationInState({ ...empty, state });
    expect(told).toThrow(ConcordError);
    expect(told).toThrow(`The operation is ${state}, and lacks ${lacking}.`);
  });

  test.each([
    ['that nobody has signed', { ...empty, state: 'PROPOSED' }],
    ['that the other agency has declined', { ...empty, state: 'DECLINED' }],
    ['that nobody has answered', { ...empty, state: 'LAPSED' }],
    ['that one agency has evaluated', { ...whole, state: 'ENDED', otherEvaluation: null }],
    ['of which the document did not ask it', { state: 'EVALUATED' }],
    ['in a state of a newer gateway', { ...empty, state: 'POSTPONED' }],
    ['whose state is a name that every object has', { ...empty, state: 'constructor' }],
  ])('%s lacks nothing', (_what, half) => {
    expect(operationInState(half)).toBe(half);
  });
});
