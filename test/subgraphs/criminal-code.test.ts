import { type Article, conducts, findArticle } from '../../terms/criminal-codes/article.ts';
import { criminalCode as belarus } from '../../terms/criminal-codes/belarus.ts';
import { criminalCode as russia } from '../../terms/criminal-codes/russia.ts';

const codesOf = (articles: readonly Article[]) => articles.map(({ code }) => code);
const codesFrom14 = (articles: readonly Article[]) =>
  codesOf(articles.filter(({ minimumAge }) => minimumAge === 14));

describe.each([
  ['Belarus', belarus, '2001-01-01'],
  ['Russia', russia, '1997-01-01'],
])('the list of %s', (_agency, articles, codeInForce) => {
  test('names no article twice', () => {
    expect(new Set(codesOf(articles)).size).toBe(articles.length);
  });

  test('has numbers with optional part and point', () => {
    for (const code of codesOf(articles)) expect(code).toMatch(/^\d{3}(\.\d)?(\(\d\)(\([a-z]\))?)?$/);
  });

  test('dates every article by a calendar day, none before the code itself', () => {
    for (const { validFrom, validTo } of articles) {
      expect(new Date(validFrom).toISOString().slice(0, 10)).toBe(validFrom);
      expect(validFrom >= codeInForce).toBe(true);
      if (validTo !== undefined) expect(validTo > validFrom).toBe(true);
    }
  });

  test('has a title and a conduct of the crosswalk for each', () => {
    for (const { title, conduct } of articles) {
      for (const text of Object.values(title)) expect(text.length).toBeGreaterThan(5);
      expect(conducts).toContain(conduct);
    }
  });
});

describe('the closed lists', () => {
  test('Belarus has these articles and no other', () => {
    expect(codesOf(belarus).join(' ')).toBe('208 209 212 222 235 285 349 350 352 354 355');
  });

  test('Russia has these articles and no other', () => {
    expect(codesOf(russia).join(' ')).toBe(
      '158(3)(g) 159 159.3 159.6 163 174 174.1 187 187(3) 187(4) 187(5) 187(6) 210 272 272.1 273 274 274.1 274.3 274.4 274.5',
    );
  });

  test('only extortion, and in Russia theft, is punished from 14', () => {
    expect(codesFrom14(belarus)).toEqual(['208']);
    expect(codesFrom14(russia)).toEqual(['158(3)(g)', '163']);
  });

  test('only Russia has articles on GSM gateways, since 1 September 2025', () => {
    const onGateways = (articles: readonly Article[]) =>
      articles.filter(({ conduct }) => conduct === 'GSM_GATEWAY');
    expect(onGateways(belarus)).toEqual([]);
    expect(onGateways(russia).map(({ code, validFrom }) => [code, validFrom])).toEqual([
      ['274.3', '2025-09-01'],
      ['274.4', '2025-09-01'],
      ['274.5', '2025-09-01'],
    ]);
  });

  test('the parts of article 187 on mules are younger than the article', () => {
    expect(findArticle(russia, '187')?.validFrom).toBe('1997-01-01');
    expect(findArticle(russia, '187(3)')?.validFrom).toBe('2025-07-05');
  });

  test('every conduct has an article in at least one of the codes', () => {
    const covered = new Set([...belarus, ...russia].map(({ conduct }) => conduct));
    expect([...covered].sort()).toEqual([...conducts].sort());
  });

  test('what is not confirmed says so', () => {
    const unconfirmed = (articles: readonly Article[]) =>
      codesOf(articles.filter(({ confirmed }) => !confirmed));
    expect(unconfirmed(belarus)).toEqual(['235', '285', '350', '354', '355']);
    expect(unconfirmed(russia)).toEqual(['158(3)(g)', '163', '174', '174.1', '210', '272.1', '274']);
  });
});

describe('findArticle', () => {
  test('finds an article by its exact number', () => {
    expect(findArticle(belarus, '209')?.conduct).toBe('FRAUD');
  });

  test('finds nothing for a number of the other code, a part that is not listed, or an article off the list', () => {
    expect(findArticle(belarus, '159.3')).toBeUndefined();
    expect(findArticle(russia, '158')).toBeUndefined();
    // An article on public statements: no ground for a dossier.
    expect(findArticle(russia, '280')).toBeUndefined();
  });
});
