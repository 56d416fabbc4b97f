import { type Article, conducts, findArticle } from '../../terms/criminal-codes/article.ts';
import { criminalCode as belarus } from '../../terms/criminal-codes/belarus.ts';
import { counterpartsOf, crosswalk } from '../../terms/criminal-codes/crosswalk.ts';
import { criminalCode as russia } from '../../terms/criminal-codes/russia.ts';

function counterparts(from: readonly Article[], code: string, to: readonly Article[]): string[] {
  const article = findArticle(from, code);
  if (!article) throw new Error(`No article ${code}.`);
  return counterpartsOf(article, to).map(
    ({ article: { code: found }, comparability }) => `${found} ${comparability}`,
  );
}
const inRussia = (code: string) => counterparts(belarus, code, russia);
const inBelarus = (code: string) => counterparts(russia, code, belarus);

test('has one row for each conduct', () => {
  expect(crosswalk.map(({ conduct }) => conduct)).toEqual([...conducts]);
});

describe('counterparts', () => {
  test.each([
    ['209', ['159 PARTIAL', '159.3 PARTIAL']],
    ['212', ['158(3)(g) PARTIAL', '159.6 PARTIAL']],
    ['208', ['163 PARTIAL']],
    ['349', ['272 PARTIAL']],
    ['350', ['272 PARTIAL', '274.1 PARTIAL']],
    ['352', ['272 PARTIAL', '272.1 PARTIAL']],
    ['354', ['273 SAME']],
    ['355', ['274 SAME']],
    ['222', ['187 PARTIAL', '187(3) PARTIAL', '187(4) PARTIAL', '187(5) PARTIAL', '187(6) PARTIAL']],
    ['235', ['174 PARTIAL', '174.1 PARTIAL']],
    ['285', ['210 PARTIAL']],
  ])('of Belarus’s %s in Russia are %j', (code, expected) => {
    expect(inRussia(code)).toEqual(expected);
  });

  test('of an article that meets several conducts are those of each', () => {
    expect(inBelarus('272')).toEqual(['349 PARTIAL', '350 PARTIAL', '352 PARTIAL']);
  });

  test('of an article on gateways are none, only what Belarus records complicity in', () => {
    for (const code of ['274.3', '274.4', '274.5']) expect(inBelarus(code)).toEqual(['209 NONE', '212 NONE']);
  });

  test('of what may be complicity in Russia are not its articles on gateways', () => {
    expect(inRussia('209').join()).not.toContain('274');
  });

  test('agree in both directions, but for what is complicity', () => {
    const pairs = (from: readonly Article[], to: readonly Article[]) =>
      from.flatMap((article) =>
        counterpartsOf(article, to)
          .filter(({ comparability }) => comparability !== 'NONE')
          .map((found) => [article.code, found.article.code]),
      );
    const backwards = pairs(russia, belarus).map(([code, found]) => `${found} ${code}`);
    expect(backwards.sort()).toEqual(
      pairs(belarus, russia)
        .map(([code, found]) => `${code} ${found}`)
        .sort(),
    );
  });

  test('say where the codes differ', () => {
    for (const article of belarus) {
      for (const { note } of counterpartsOf(article, russia)) expect(note.en.length).toBeGreaterThan(10);
    }
  });

  test('come once each, with the closest of their rows', () => {
    const both: Article = {
      code: '1',
      title: { be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud by malware' },
      conduct: 'FRAUD',
      alsoConducts: ['MALWARE'],
      minimumAge: 16,
      validFrom: '2001-01-01',
      confirmed: false,
    };
    expect(counterpartsOf(both, [both]).map(({ comparability }) => comparability)).toEqual(['SAME']);
  });
});
