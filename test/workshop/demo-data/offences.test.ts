import { findArticle } from '../../../terms/criminal-codes/article.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { codes, everyDossier, yearsLater } from './population.ts';

/** The first and the last day that a date of any precision can mean. */
function daysOf(partial: string): { first: string; last: string } {
  const [year = '', month = '', day] = partial.split('-');
  if (day !== undefined) return { first: partial, last: partial };
  const lastMonth = month === '' ? 12 : Number(month);
  const last = new Date(Date.UTC(Number(year), lastMonth, 0)).toISOString().slice(0, 10);
  return { first: `${year}-${month || '01'}-01`, last };
}

describe('offences', () => {
  test('are of the articles of the agency’s own code, at least one a dossier', () => {
    for (const { agency, offences } of everyDossier) {
      expect(offences.length).toBeGreaterThan(0);
      for (const { article } of offences)
        expect(findArticle(codes[demoAgencyOf(agency)], article)).toBeDefined();
    }
  });

  test('are dated within the article’s validity, whatever day of a less precise date it was', () => {
    for (const { agency, offences } of everyDossier) {
      for (const { article, committedOn, provenance } of offences) {
        const { validFrom = '9999', validTo = '9999' } =
          findArticle(codes[demoAgencyOf(agency)], article) ?? {};
        const { first, last } = daysOf(committedOn);
        expect(validFrom <= first && last <= validTo).toBe(true);
        expect(last <= provenance.recordedAt.toISOString()).toBe(true);
      }
    }
  });

  test('were committed by people who were old enough, however late the recorded birth may have been', () => {
    for (const { agency, birth, offences } of everyDossier) {
      if (!birth) continue;
      for (const { article, committedOn } of offences) {
        const age = findArticle(codes[demoAgencyOf(agency)], article)?.minimumAge ?? 99;
        expect(yearsLater(daysOf(birth.date).last, age) <= daysOf(committedOn).first).toBe(true);
      }
    }
  });
});

test('only money mules can have been coerced', () => {
  const roles = everyDossier.flatMap((dossier) => dossier.roles);
  for (const { kind, coerced } of roles) if (coerced !== undefined) expect(kind).toBe('MONEY_MULE');
  expect(new Set(roles.map(({ coerced }) => coerced)).size).toBe(3);
});
