import { plannedStates } from '../../../subgraphs/agency/records/values/measures.ts';
import { reference } from '../../../workshop/demo-data/chance/time.ts';
import { everyDossier } from './population.ts';

const measures = everyDossier.flatMap(({ measures: list, cases, createdAt }) =>
  list.map((measure) => ({ ...measure, cases, day: createdAt.toISOString().slice(0, 10) })),
);

describe('measures', () => {
  test('that were taken, were so when they were recorded; planned ones lay ahead', () => {
    for (const { state, date, day } of measures) {
      const recorded = day.slice(0, date.length);
      expect(plannedStates.includes(state) ? date >= recorded : date <= recorded).toBe(true);
      expect(date < reference.toISOString()).toBe(true);
    }
    expect(measures.filter(({ state }) => plannedStates.includes(state)).length).toBeGreaterThan(50);
  });

  test('stand on a provision, and in a case of the dossier where they name one', () => {
    for (const { ground, case: investigatedIn, cases } of measures) {
      expect(ground).toMatch(/Article \d+/);
      if (investigatedIn !== undefined) expect(cases).toContain(investigatedIn);
    }
  });
});

test('harms are whole numbers of victims and losses in the currency of where they live', () => {
  const currencies = { BY: 'BYN', RU: 'RUB', DE: 'EUR', KZ: 'USD' };
  for (const { victims, loss, currency, country } of everyDossier.flatMap(({ harms }) => harms)) {
    expect(victims).toBeGreaterThan(0);
    expect(loss).toMatch(/^\d+(\.\d\d)?$/);
    if (country !== undefined) expect(currencies).toHaveProperty(country, currency);
  }
});
