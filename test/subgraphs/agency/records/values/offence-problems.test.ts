import fc from 'fast-check';
import { rangeOf } from '../../../../../subgraphs/agency/records/formats/dates/partial-date.ts';
import { offenceProblems } from '../../../../../subgraphs/agency/records/values/problems/offence-problems.ts';
import type { Article } from '../../../../../terms/criminal-codes/article.ts';
import { told } from '../checks/support/input.ts';

const fraud: Article = {
  code: '10',
  title: { be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud' },
  conduct: 'FRAUD',
  minimumAge: 16,
  validFrom: '2010-06-15',
  validTo: '2020-06-15',
  confirmed: false,
};
const extortion: Article = { ...fraud, code: '11', conduct: 'EXTORTION', minimumAge: 14 };
const code = { criminalCode: [fraud, extortion], today: new Date('2026-07-01T12:00:00Z') };

const problems = (article: string, committedOn: string, born?: string) =>
  offenceProblems(
    { article, committedOn },
    { ...code, birth: born === undefined ? undefined : rangeOf(born) },
  );
const codes = (article: string, committedOn: string, born?: string) =>
  told({ problems: problems(article, committedOn, born) });

describe('an article', () => {
  test('of the closed list is a ground', () => {
    expect(codes('10', '2015')).toEqual([]);
  });

  test('off the list is none, and the message says what the list is', () => {
    expect(codes('280', '2015')).toEqual(['article ARTICLE_UNKNOWN']);
    expect(problems('280', '2015')[0]?.message).toMatch(
      /Only the listed articles on cybercrime.*: 10, 11\.$/,
    );
  });

  test.each(['2010-06-15', '2020-06-15', '2010-06', '2020-06', '2010', '2020'])(
    'can have been in force in %s',
    (date) => {
      expect(codes('10', date)).toEqual([]);
    },
  );

  test.each(['2010-06-14', '2020-06-16', '2010-05', '2020-07', '2009', '2021'])(
    'was not in force in %s',
    (date) => {
      expect(codes('10', date)).toEqual(['committedOn ARTICLE_NOT_IN_FORCE']);
    },
  );

  test('that was not in force is named with its days', () => {
    expect(problems('10', '2021')[0]?.message).toContain(
      'Article 10 was in force from 2010-06-15 until 2020-06-15',
    );
  });
});

describe('the age', () => {
  test.each([
    ['10', '2016-03-09', '2000-03-09'],
    ['10', '2016-03', '2000-03-31'],
    ['10', '2016', '2000-12-31'],
    ['10', '2016-01-01', '2000'],
    ['10', '2016-03-01', '2000-03'],
    ['11', '2014-03-09', '2000-03-09'],
  ])('may have been enough for article %s, committed %s by somebody born %s', (article, committed, born) => {
    expect(codes(article, committed, born)).toEqual([]);
  });

  test.each([
    ['10', '2016-03-08', '2000-03-09'],
    ['10', '2015', '2000-01-01'],
    ['10', '2015-12-31', '2000'],
    ['10', '2016-02', '2000-03'],
    ['11', '2014-03-08', '2000-03-09'],
  ])('was not enough for article %s, committed %s by somebody born %s', (article, committed, born) => {
    expect(codes(article, committed, born)).toEqual(['committedOn TOO_YOUNG']);
  });

  test('that was not enough is told with the article’s', () => {
    expect(problems('10', '2015', '2001')[0]?.message).toMatch(
      /Article 10 applies from the age of 16.*was 14 at most/,
    );
  });

  test('is no matter where the birth date is unknown', () => {
    expect(codes('10', '2015')).toEqual([]);
  });

  test('is never too young where both dates mean days that would do', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2004-06-01'), noInvalidDate: true });
    const partial = (date: Date, length: number) => date.toISOString().slice(0, length);
    const lengths = fc.constantFrom(4, 7, 10);
    fc.assert(
      fc.property(
        day,
        lengths,
        lengths,
        fc.integer({ min: 16 * 366, max: 20 * 366 }),
        (born, one, other, days) => {
          const committed = new Date(born.getTime() + days * 86_400_000);
          return !codes('10', partial(committed, other), partial(born, one)).includes(
            'committedOn TOO_YOUNG',
          );
        },
      ),
    );
  });
});

describe('an offence', () => {
  test('before the birth is told as that', () => {
    expect(codes('10', '2011', '2012-01-01')).toEqual(['committedOn BEFORE_BIRTH']);
    expect(codes('10', '2012', '2012-06-01')).toEqual(['committedOn TOO_YOUNG']);
  });

  test('on a day that cannot be is told as that alone, beside its article', () => {
    expect(codes('10', '2015-02-30', '2014')).toEqual(['committedOn IMPOSSIBLE_DATE']);
    expect(codes('280', '2027')).toEqual(['article ARTICLE_UNKNOWN', 'committedOn DATE_IN_FUTURE']);
  });
});
