import { buildSchema, parse, validate } from 'graphql';
import {
  isCountable,
  lastYear,
  mostDaysCounted,
  operationFiguresIn,
  operationFiguresOperation,
} from '../../../playground/joint-operations/figures/operation-figures.ts';
import {
  countedQuarters,
  type QuarterRow,
  quartersCounted,
  quartersIn,
  quartersOperation,
} from '../../../playground/joint-operations/figures/operation-quarters.ts';
import {
  mostQuarters,
  quartersBetween,
} from '../../../subgraphs/agency/records/operations/operation-quarters.ts';
import { projectFile } from '../../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const now = new Date('2026-12-03T09:00:00Z');

test.each([
  ['the quarters of both agencies', quartersOperation('BELARUS', countedQuarters(now))],
  ['the own figures', operationFiguresOperation('RUSSIA', lastYear('2026-12-03'))],
])('what the page asks for %s is of the schema', (_what, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

describe('the figures by quarter', () => {
  const quarter = (name: string, operations: number | null): Omit<QuarterRow, 'agency'> => ({
    ...{ quarter: name, operations, endedEarly: null, measures: null, arrested: null },
    ...{ victimsFound: null, victimsWarned: null, seized: null, returned: null },
  });
  const answer = {
    data: {
      belarus: { quarters: [quarter('2026-Q3', 2), quarter('2026-Q4', 1)] },
      russia: { quarters: [quarter('2026-Q3', null), quarter('2026-Q4', 5)] },
    },
  };

  test('are as many as an agency tells at a time, up to the present one', () => {
    expect(countedQuarters(now)).toEqual({ from: '2025-Q1', until: '2026-Q4' });
    expect(countedQuarters(new Date('2026-03-31T23:59:59Z'))).toEqual({ from: '2024-Q2', until: '2026-Q1' });
    expect(quartersCounted).toBe(mostQuarters);
    const { from, until } = countedQuarters(now);
    expect(quartersBetween(from, until)?.quarters).toHaveLength(quartersCounted);
  });

  test('stand in each quarter beside the other agency’s, the own ones first and the last quarter above', () => {
    const { rows, gaps } = quartersIn(answer, 'RUSSIA');
    expect(rows.map((row) => [row.quarter, row.agency, row.operations])).toEqual([
      ['2026-Q4', 'RUSSIA', 5],
      ['2026-Q4', 'BELARUS', 1],
      ['2026-Q3', 'RUSSIA', null],
      ['2026-Q3', 'BELARUS', 2],
    ]);
    expect(gaps).toEqual([]);
  });

  test('of one agency are shown where the other one does not answer', () => {
    const outage = {
      ...{ message: 'No answer.', path: ['russia'] },
      extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' as const },
    };
    const { rows, gaps } = quartersIn(
      { data: { ...answer.data, russia: null }, errors: [outage] },
      'BELARUS',
    );
    expect(rows.map(({ agency }) => agency)).toEqual(['BELARUS', 'BELARUS']);
    expect(gaps).toEqual([{ agency: 'RUSSIA', gap: { state: 'unavailable', agency: 'RUSSIA' } }]);
  });
});

describe('the figures of an overseer', () => {
  test.each([
    ['2026-01-01', '2026-01-01', true],
    ['2026-01-01', '2027-01-01', true],
    ['2026-01-01', '2027-01-02', false],
    ['2026-01-02', '2026-01-01', false],
    ['', '2026-01-01', false],
    ['2026-01-01', '', false],
  ])('from %s until %s are counted: %s', (from, until, isCounted) => {
    expect(isCountable({ from, until })).toBe(isCounted);
  });

  test('are those of a year, where no other days are chosen', () => {
    expect(lastYear('2026-12-03')).toEqual({ from: '2025-12-04', until: '2026-12-03' });
    expect(isCountable(lastYear('2026-12-03'))).toBe(true);
    expect(mostDaysCounted).toBe(366);
  });

  test('come with the answer, or the reason why they do not', () => {
    const figures = [{ state: 'ACTIVE', operations: 4, first: '2026-11-01', last: '2026-11-30' }];
    expect(operationFiguresIn({ data: { agency: { figures } } }, 'BELARUS')).toEqual({ figures });
    const receipt = {
      ...{ path: ['agency', 'figures'], reason: 'ROLE', class: 'OPEN', agency: 'BELARUS' },
    };
    expect(
      operationFiguresIn(
        { data: { agency: { figures: null } }, extensions: { redactions: [receipt] } } as never,
        'BELARUS',
      ),
    ).toHaveProperty('gap');
  });
});
