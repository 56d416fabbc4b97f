import { buildSchema, parse, validate } from 'graphql';
import {
  lengthInWords,
  type MeasureExchange,
  measureExchangeIn,
  measureExchangeOperation,
  seriesIn,
} from '../../../playground/measures/own/measure-exchange.ts';
import {
  measureFiguresIn,
  measureFiguresOperation,
} from '../../../playground/measures/own/measure-figures.ts';
import {
  dossierIn,
  dossierOperation,
  type ListedMeasure,
  measureOf,
  measuresQuestion,
} from '../../../playground/measures/own/own-measures.ts';
import { provisionsIn, provisionsOperation } from '../../../playground/measures/own/provision.ts';
import { targetsIn, targetsOperation } from '../../../playground/measures/steps/targets.ts';
import { translator } from '../../../playground/messages/translate.ts';
import type { Receipt } from '../../../playground/wire/answer.ts';
import { projectFile } from '../../support/schema-files.ts';

const schema = buildSchema(projectFile('schema/built/api.graphql'));
const dossier = 'BY-7Q4KZ0XN3VDH9TRC';
const days = { from: '2026-11-02', until: '2026-12-01' };
const pageInfo = { hasNextPage: false, endCursor: null };

test.each(['BELARUS', 'RUSSIA'] as const)('what the page asks of %s is of the schema', (agency) => {
  for (const { query } of [
    measuresQuestion.operation(agency, {}),
    dossierOperation(agency, dossier),
    targetsOperation(agency, dossier),
    provisionsOperation(agency),
    measureFiguresOperation(agency, days),
    measureExchangeOperation(agency),
  ])
    expect(validate(schema, parse(query))).toEqual([]);
});

test('a list names a week, a state and a place where they are chosen, and none where they are not', () => {
  expect(measuresQuestion.operation('BELARUS', {}).variables).toEqual({ first: 50 });
  expect(
    measuresQuestion.operation('BELARUS', { week: '2026-12-31', state: 'PLANNED', check: 'CONFLICT' }, 'c1')
      .variables,
  ).toEqual({ week: '2026-12-31', states: ['PLANNED'], checks: ['CONFLICT'], first: 50, after: 'c1' });
});

const planned: ListedMeasure = {
  ...{ id: 'V1', kind: 'SEARCH', state: 'PLANNED', date: '2026-12-30', region: null },
  window: { from: '2026-12-30', until: '2027-01-04' },
  check: null,
};
const receipt = (coordinate: string, records: string[] | null): Receipt => ({
  ...{ coordinate, class: 'TACTICAL', owner: 'BELARUS', reason: 'PURPOSE', records },
  ...{ remedy: 'Ask.', advice: { code: 'ACTION_OF_ROLES' } },
});

describe('a list in an answer', () => {
  test('has its measures, planned or taken, each with its dossier', () => {
    const nodes = [
      { id: `${dossier} V1`, dossier: { id: dossier }, planned, taken: null },
      { id: `${dossier} V2`, dossier: null, planned: null, taken: { ...planned, id: 'V2', state: 'DONE' } },
    ];
    const found = measuresQuestion.pageIn({ data: { agency: { measures: { nodes, pageInfo } } } }, 'BELARUS');
    expect(found).toMatchObject({
      page: {
        nodes: [
          { id: `${dossier} V1`, dossier, measure: planned },
          { id: `${dossier} V2`, dossier: null, measure: { id: 'V2', state: 'DONE' } },
        ],
        pageInfo,
      },
    });
  });

  test('tells of a measure that is told in neither class that it is not', () => {
    const nodes = [{ id: `${dossier} V1`, dossier: { id: dossier }, planned: null, taken: null }];
    const found = measuresQuestion.pageIn({ data: { agency: { measures: { nodes, pageInfo } } } }, 'BELARUS');
    const [line] = 'page' in found ? found.page.nodes : [];
    expect(line && [line.measure, measureOf(line)]).toEqual([{ gap: { state: 'none' } }, undefined]);
  });

  test('that is not there says why', () => {
    const told = receipt('BelarusQuery.measures', null);
    const answer = { data: { agency: { measures: null } }, extensions: { redactions: [told] } };
    expect(measuresQuestion.pageIn(answer, 'BELARUS')).toEqual({
      gap: { state: 'withheld', receipts: [told] },
    });
  });
});

describe('the measures of a dossier in an answer', () => {
  const half = { id: dossier, version: 4, cases: ['BY-2026-000001'] };
  const taken = { id: 'V2', kind: 'ARREST', state: 'DONE', date: '2026-11', window: null };

  test('are told by their first day, whichever class they are of', () => {
    const belarus = { ...half, plannedMeasures: [planned], measures: [taken] };
    expect(dossierIn({ data: { suspect: { belarus } } }, 'BELARUS')).toEqual({
      ...{ dossier, version: 4, isSecret: false, cases: ['BY-2026-000001'] },
      ...{ measures: [taken, planned], gaps: [] },
    });
  });

  test.each([
    ['ORIGINATOR_ONLY', true],
    ['ON_RELEASE', false],
  ])('of a dossier that is %s are compared only if its supervisor says so: %s', (handlingCode, isSecret) => {
    const belarus = { ...half, handlingCode, plannedMeasures: [], measures: [] };
    expect(dossierIn({ data: { suspect: { belarus } } }, 'BELARUS')).toMatchObject({ isSecret });
  });

  test('say why those of a class are not told', () => {
    const told = receipt('BelarusDossier.plannedMeasures', [dossier]);
    const answer = {
      data: { suspect: { belarus: { ...half, plannedMeasures: null, measures: [] } } },
      extensions: { redactions: [told] },
    };
    expect(dossierIn(answer, 'BELARUS')).toMatchObject({
      measures: [],
      gaps: [{ state: 'withheld', receipts: [told] }],
    });
  });

  test.each([[null], [{ belarus: null }]])('are none of a dossier that is not there: %j', (suspect) => {
    expect(dossierIn({ data: { suspect } }, 'BELARUS')).toEqual({ gap: { state: 'hidden' } });
  });
});

describe('the targets in an answer', () => {
  const contact = { id: 'V3', kind: 'PHONE', value: '+375291234567', service: null };

  test('are the values of the dossier, with the reasons why some are not told', () => {
    const told = receipt('BelarusDossier.instruments', [dossier]);
    const belarus = { id: dossier, contacts: [contact], instruments: null, infrastructure: [] };
    const answer = { data: { suspect: { belarus } }, extensions: { redactions: [told] } };
    expect(targetsIn(answer, 'BELARUS')).toEqual({
      targets: [{ id: 'V3', kind: 'PHONE', field: 'contacts', value: contact }],
      gaps: [{ state: 'withheld', receipts: [told] }],
    });
  });

  test('are none of a dossier that is not there', () => {
    expect(targetsIn({ data: { suspect: null } }, 'BELARUS')).toMatchObject({ targets: [] });
  });
});

test('the comparison with each other agency is that of the answer, or the reason why it is not told', () => {
  const exchange = [{ agency: 'RUSSIA', waiting: 2 }];
  expect(measureExchangeIn({ data: { agency: { exchange } } }, 'BELARUS')).toEqual({ exchange });
  expect(measureExchangeIn({ data: { agency: { exchange: null } } }, 'BELARUS')).toEqual({
    gap: { state: 'none' },
  });
});

test('series are those of this agency, once, and those of which others tell no more than the least length', () => {
  const own = { case: 'BY-2026-000001', officer: null, day: '2026-11-20', length: 4 };
  const byOfficer = { case: null, officer: 'zaitsava', day: '2026-11-12', length: 3 };
  const told = { day: '2026-11-21', length: 3 };
  const exchange = [{ agency: 'RUSSIA', series: [own, byOfficer], seriesThere: [told] }];
  const series = seriesIn(exchange as unknown as MeasureExchange[], 'BELARUS');
  expect(series).toEqual([
    { agency: 'BELARUS', whose: 'BY-2026-000001', day: '2026-11-20', length: 4, isLeast: false },
    { agency: 'BELARUS', whose: 'zaitsava', day: '2026-11-12', length: 3, isLeast: false },
    { agency: 'RUSSIA', whose: '', day: '2026-11-21', length: 3, isLeast: true },
  ]);
  const inWords = (locale: 'be' | 'ru' | 'en') =>
    series.map((each) => lengthInWords(translator(locale), each));
  expect(inWords('en')).toEqual(['4', '3', '3 or more']);
  expect([inWords('be')[2], inWords('ru')[2]]).toEqual(['3 або больш', '3 или больше']);
});

test('provisions and figures are those of the answer, and the reason where it has none', () => {
  expect(provisionsIn({ data: { agency: { provisions: [] } } }, 'BELARUS')).toEqual({ provisions: [] });
  expect(provisionsIn({ data: { agency: { provisions: null } } }, 'BELARUS')).toEqual({
    gap: { state: 'none' },
  });
  const figures = { unauthorised: 3, authorisedSince: 1, urgent: [] };
  expect(measureFiguresIn({ data: { agency: { figures } } }, 'BELARUS')).toEqual({ figures });
  expect(measureFiguresIn({ data: { agency: { figures: null } } }, 'BELARUS')).toEqual({
    gap: { state: 'none' },
  });
});
