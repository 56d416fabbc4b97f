import { buildSchema, isEnumType } from 'graphql';
import { currentSchema } from '../../sdk/scripts/schema-files.ts';
import { AlertOfOwnDocuments, DismissAlertOfOwnDocuments } from '../../sdk/src/generated/operations.ts';
import { alertInState, ConcordError } from '../../sdk/src/index.ts';
import { clientOf, gatewayAnswering } from './support/gateway.ts';

const step = { by: 'olga.k', at: '2026-11-20T09:30:00.000Z' };
const whole = {
  acknowledged: step,
  acted: step,
  means: 'REQUEST',
  named: 'BYQ-1',
  dismissed: step,
  reason: 'SPOOFED',
};
const empty = { acknowledged: null, acted: null, means: null, named: null, dismissed: null, reason: null };

describe('an alert', () => {
  const states = buildSchema(currentSchema()).getType('AlertState');
  test.each(isEnumType(states) ? states.getValues().map(({ name }) => name) : [])(
    'that is %s is told as it is',
    (state) => {
      const alert = { ...whole, state };
      expect(alertInState(alert)).toBe(alert);
    },
  );

  test.each([
    ['ACKNOWLEDGED', 'acknowledged'],
    ['ACTED', 'acknowledged, acted, means, named'],
    ['DISMISSED', 'acknowledged, dismissed, reason'],
  ])('that is %s and lacks what this promises is an error', (state, lacking) => {
    const told = () => alertInState({ ...empty, state });
    expect(told).toThrow(ConcordError);
    expect(told).toThrow(`The alert is ${state}, and lacks ${lacking}.`);
  });

  test.each([
    ['that nobody has seen', { ...empty, state: 'NEW' }],
    ['that has lapsed unseen', { ...empty, state: 'LAPSED' }],
    ['that was closed unseen', { ...empty, state: 'CLOSED' }],
    ['of which the document did not ask it', { state: 'ACTED' }],
    ['in a state of a newer gateway', { ...empty, state: 'POSTPONED' }],
    ['whose state is a name that every object has', { ...empty, state: 'constructor' }],
  ])('%s lacks nothing', (_what, alert) => {
    expect(alertInState(alert)).toBe(alert);
  });
});

describe('the operations of alerts', () => {
  test('are read alike by the officers of every agency', async () => {
    const alert = {
      id: 'BYA-1',
      ...empty,
      state: 'NEW',
      dossiers: [{ __typename: 'BelarusDossier', id: 'BY-1' }],
    };
    for (const document of [AlertOfOwnDocuments.BELARUS, AlertOfOwnDocuments.RUSSIA]) {
      const { url } = await gatewayAnswering({ data: { agency: { alert } } });
      const { data } = await clientOf(url).query(document as typeof AlertOfOwnDocuments.BELARUS, {
        id: 'BYA-1',
      });
      expect(JSON.stringify(data)).toContain('"id":"BYA-1"');
    }
  });

  test('tell of a step that was refused what must be corrected', async () => {
    const refused = {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'No.',
      problems: [{ path: 'alert', code: 'WRONG_STATE', message: 'Acknowledge it first.' }],
    };
    const { url } = await gatewayAnswering({ data: { agency: { dismissAlert: refused } } });
    const input = { alert: 'BYA-1', version: 1, reason: 'SPOOFED' } as const;
    const outcome = await clientOf(url).mutate(DismissAlertOfOwnDocuments.BELARUS, { input });
    if (outcome.state !== 'done') throw new Error(outcome.state);
    expect(outcome.data.agency?.dismissAlert).toEqual(refused);
  });
});
