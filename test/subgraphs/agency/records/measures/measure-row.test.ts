import { measureFigures } from '../../../../../subgraphs/agency/records/measures/measure-figures.ts';
import {
  type MeasureRow,
  measureRowsOf,
} from '../../../../../subgraphs/agency/records/measures/measure-row.ts';
import type { Measure } from '../../../../../subgraphs/agency/records/values/measures.ts';
import { measureOf } from '../../../../support/hand-made-measures.ts';

const rowOf = (measure: Measure) =>
  measureRowsOf({ _id: 'BY-0000000001', cases: ['BY-2026-000001'], measures: [measure] })[0];

describe('a measure in the list', () => {
  test('stands at the first of its days', () => {
    const window = { from: '2026-12-02', until: '2026-12-09' };
    expect(rowOf(measureOf('V1', { window }))).toEqual({
      _id: 'BY-0000000001 V1',
      dossier: 'BY-0000000001',
      of: 'V1',
      cases: ['BY-2026-000001'],
      state: 'PLANNED',
      until: '2026-12-09',
      order: '2026-12-02 BY-0000000001 V1',
    });
  });

  test.each([
    ['its day, where it has no days', '2026-03-14', '2026-03-14 BY-0000000001 V1', '2026-03-14'],
    ['the end, where it has a month alone', '2026-03', '9999-99-99 BY-0000000001 V1', undefined],
    ['the end, where it has a year alone', '2026', '9999-99-99 BY-0000000001 V1', undefined],
  ])('stands at %s', (_where, date, order, until) => {
    const { window: _, ...former } = measureOf('V1', { date });
    expect(rowOf(former)).toMatchObject({ order });
    expect(rowOf(former)?.until).toBe(until);
  });

  test('says that fewer than two officers have taken it', () => {
    const { recordedAt } = measureOf('V1').provenance;
    const startedAt = new Date('2026-12-01T09:00:00Z');
    const arrest = measureOf('V1', { state: 'DONE', isUnauthorised: true });
    expect(rowOf(arrest)).toMatchObject({ alone: 'UNAUTHORISED', aloneAt: recordedAt });
    expect(rowOf({ ...arrest, authorisedBy: 'sveta' })).toMatchObject({ alone: 'AUTHORISED_SINCE' });
    expect(rowOf(measureOf('V1', { state: 'UNDER_WAY', urgency: 'LIFE', startedAt }))).toMatchObject({
      alone: 'LIFE',
      aloneAt: startedAt,
    });
    expect(rowOf(measureOf('V1'))).not.toHaveProperty('alone');
  });
});

test('the figures count measures by why one officer took them', async () => {
  const all: MeasureRow['alone'][] = ['UNAUTHORISED', 'AUTHORISED_SINCE', 'LIFE', 'UNAUTHORISED', 'LIFE'];
  async function* rows() {
    for (const alone of all) yield alone === undefined ? {} : { alone };
  }
  expect(await measureFigures(rows())).toEqual({
    unauthorised: 3,
    authorisedSince: 1,
    urgent: [{ urgency: 'LIFE', measures: 2 }],
  });
});
