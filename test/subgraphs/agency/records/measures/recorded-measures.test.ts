import { readAdditions } from '../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { demoNaming } from '../../../../../workshop/demo-data/naming/demo-naming.ts';

const now = new Date('2026-12-01T09:00:00Z');
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const search = {
  kind: 'SEARCH',
  state: 'DONE',
  date: '2026-11-30',
  ground: 'Code of Criminal Procedure, Article 208',
  provenance,
};
const planned = { ...search, state: 'PLANNED', date: '2026-12-02' };
const window = { from: '2026-12-02', until: '2026-12-04' };

function read(measure: object) {
  const { criminalCode, provisions, retention } = belarus;
  const context = { criminalCode, provisions, retention, today: now, nodeIdOf: demoNaming.idOf };
  return readAdditions({ measures: [measure] }, context);
}
const told = (measure: object) => {
  const result = read(measure);
  return 'problems' in result
    ? result.problems.map(({ path, code }) => `${path.replace('measures.0.', '')} ${code}`)
    : [];
};
function taken(measure: object) {
  const result = read(measure);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.additions.measures[0];
}

describe('a measure that an officer records', () => {
  test.each(['UNDER_WAY', 'DONE', 'LIFTED'])('as %s says that nobody had authorised it', (state) => {
    expect(taken({ ...search, state })?.isUnauthorised).toBe(true);
  });

  test.each(['PLANNED', 'CANCELLED'])('as %s does not', (state) => {
    expect(taken({ ...search, state })).not.toHaveProperty('isUnauthorised');
  });

  test('may have its days, its region and its outcome', () => {
    expect(taken({ ...planned, window, region: 'RU-SMO' })).toMatchObject({ window, region: 'RU-SMO' });
    const outcome = { arrested: 2, seized: [{ amount: '9999999999999.99', currency: 'BYN' }] };
    expect(taken({ ...search, outcome })?.outcome).toEqual({
      ...{ arrested: 2, searched: 0, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
      ...{ things: [], seized: outcome.seized, returned: [] },
    });
  });

  test.each<[string, object, string[]]>([
    ['authorised', { ...search, state: 'AUTHORISED' }, ['state NEEDS_AUTHORISATION']],
    ['of no kind in particular', { ...search, kind: 'OTHER' }, ['kind UNKNOWN_VALUE']],
    ['in a region that there is not', { ...search, region: 'BY-ZZ' }, ['region UNKNOWN_VALUE']],
    ['with days once it was taken', { ...search, window }, ['window INCONSISTENT']],
    [
      'with days that begin on another one',
      { ...planned, date: '2026-12-03', window },
      ['date INCONSISTENT'],
    ],
    [
      'on a day of no calendar',
      { ...planned, window: { ...window, until: '2026-02-30' } },
      ['window.until IMPOSSIBLE_DATE'],
    ],
    [
      'with days in the past',
      { ...planned, date: '2026-11-01', window: { from: '2026-11-01', until: '2026-11-02' } },
      ['window.from WINDOW_PAST'],
    ],
    ['with an outcome before it was taken', { ...planned, outcome: {} }, ['outcome INCONSISTENT']],
  ])('is not recorded %s', (_how, measure, problems) => {
    expect(told(measure)).toEqual(problems);
  });
});

describe('the outcome of a measure', () => {
  const sum = { amount: '10.00', currency: 'BYN' };
  test.each<[string, object, string[]]>([
    ['a negative number', { arrested: -1 }, ['outcome.arrested OUT_OF_RANGE']],
    ['a part of a person', { searched: 1.5 }, ['outcome.searched MALFORMED']],
    ['more people than there are officers for', { questioned: 10_001 }, ['outcome.questioned OUT_OF_RANGE']],
    [
      'an unknown currency',
      { seized: [{ ...sum, currency: 'XYZ' }] },
      ['outcome.seized.0.currency MALFORMED'],
    ],
    ['a negative sum', { returned: [{ ...sum, amount: '-1' }] }, ['outcome.returned.0.amount MALFORMED']],
    ['a sum of nothing', { seized: [{ ...sum, amount: '0.00' }] }, ['outcome.seized.0.amount MALFORMED']],
    [
      'ten to the twentieth',
      { seized: [{ ...sum, amount: `1${'0'.repeat(20)}` }] },
      ['outcome.seized.0.amount MALFORMED'],
    ],
    [
      'parts of a hundredth',
      { seized: [{ ...sum, amount: '1.001' }] },
      ['outcome.seized.0.amount MALFORMED'],
    ],
    ['a currency twice', { seized: [sum, sum] }, ['outcome.seized INCONSISTENT']],
    [
      'a kind of thing twice',
      {
        things: [
          { kind: 'PHONE', count: 1 },
          { kind: 'PHONE', count: 2 },
        ],
      },
      ['outcome.things INCONSISTENT'],
    ],
    [
      'no thing of a kind',
      { things: [{ kind: 'PHONE', count: 0 }] },
      ['outcome.things.0.count OUT_OF_RANGE'],
    ],
    [
      'a thing of no list',
      { things: [{ kind: 'YACHT', count: 1 }] },
      ['outcome.things.0.kind UNKNOWN_VALUE'],
    ],
    ['a name', { victims: ['Somebody'] }, ['outcome.victims UNKNOWN_FIELD']],
    ['twenty-one currencies', { seized: Array.from({ length: 21 }, () => sum) }, ['outcome.seized TOO_MANY']],
  ])('has not %s', (_what, outcome, problems) => {
    expect(told({ ...search, outcome })).toEqual(problems);
  });

  test('has each currency and each kind once', () => {
    const outcome = {
      seized: [sum, { ...sum, currency: 'RUB' }],
      returned: [sum],
      things: [
        { kind: 'PHONE', count: 1 },
        { kind: 'SIM_CARD', count: 1_000_000 },
      ],
    };
    expect(told({ ...search, outcome })).toEqual([]);
  });
});
