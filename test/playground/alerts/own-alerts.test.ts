import { buildSchema, parse, validate } from 'graphql';
import { exchangeIn, exchangeOperation } from '../../../playground/alerts/exchange-in.ts';
import { figuresIn, figuresOperation } from '../../../playground/alerts/figures-in.ts';
import { alertIn, alertOperation, alertsQuestion } from '../../../playground/alerts/own-alerts.ts';
import { sharedQuestion } from '../../../playground/alerts/shared-values.ts';
import { countedDays } from '../../../playground/parts/counted-days.ts';
import { projectFile } from '../../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const days = countedDays(new Date('2026-11-27T23:59:59Z'));

test.each([
  ['a list', alertsQuestion.operation('BELARUS', undefined)],
  ['one', alertOperation('RUSSIA', 'RUA-0000000000000000')],
  ['the exchange', exchangeOperation('BELARUS')],
  ['the counts', figuresOperation('RUSSIA', days)],
  ['what many dossiers share', sharedQuestion.operation('RUSSIA', undefined, 'c1')],
])('what the page asks for %s is of the schema', (_what, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('a list names a state and a place where they are chosen, and neither where they are not', () => {
  expect(alertsQuestion.operation('BELARUS', undefined).variables).toEqual({ first: 20 });
  expect(alertsQuestion.operation('BELARUS', 'NEW', 'c1').variables).toEqual({
    states: ['NEW'],
    first: 20,
    after: 'c1',
  });
});

test('thirty days are counted, today among them', () => {
  expect(days).toEqual({ from: '2026-10-29', until: '2026-11-27' });
});

describe('an answer', () => {
  const outage = {
    extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' as const },
    message: 'No answer.',
  };

  test('has the list, and one alert with the dossiers that are known of it', () => {
    const page = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(alertsQuestion.pageIn({ data: { agency: { alerts: page } } }, 'BELARUS')).toEqual({ page });
    const alert = { id: 'BYA-1', dossiers: [{ __typename: 'BelarusDossier', id: 'BY-1', version: 3 }] };
    expect(alertIn({ data: { agency: { alert } } }, 'BELARUS')).toEqual({
      alert: { id: 'BYA-1', dossiers: [{ id: 'BY-1', version: 3 }] },
    });
  });

  test('without an alert that the officer may know of has none', () => {
    expect(alertIn({ data: { agency: { alert: null } } }, 'BELARUS')).toEqual({ gap: { state: 'none' } });
  });

  test('whose dossiers were not told says why', () => {
    const alert = { id: 'BYA-1', dossiers: null };
    const errors = [{ ...outage, path: ['agency', 'alert', 'dossiers'] }];
    expect(alertIn({ data: { agency: { alert } }, errors }, 'BELARUS')).toEqual({
      alert: { id: 'BYA-1', dossiers: { gap: { state: 'unavailable', agency: 'BELARUS' } } },
    });
  });

  test('has the exchange, the counts and what many dossiers share, or says why not', () => {
    expect(exchangeIn({ data: { agency: { exchange: [] } } }, 'BELARUS')).toEqual({ exchange: [] });
    expect(figuresIn({ data: { agency: { figures: [] } } }, 'BELARUS')).toEqual({ figures: [] });
    const page = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(sharedQuestion.pageIn({ data: { agency: { shared: page } } }, 'BELARUS')).toEqual({ page });
    const gap = { state: 'unavailable', agency: 'BELARUS' };
    const errors = [{ ...outage, path: ['agency'] }];
    expect(exchangeIn({ data: { agency: null }, errors }, 'BELARUS')).toEqual({ gap });
    expect(figuresIn({ data: { agency: null }, errors }, 'BELARUS')).toEqual({ gap });
    expect(sharedQuestion.pageIn({ data: { agency: null }, errors }, 'BELARUS')).toEqual({ gap });
  });
});
