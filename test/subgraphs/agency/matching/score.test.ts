import { noFeatures } from '../../../../subgraphs/agency/matching/features.ts';
import { score } from '../../../../subgraphs/agency/matching/score.ts';
import { weights } from '../../../../subgraphs/agency/matching/weights.ts';
import {
  type Identity,
  identityFeatures,
} from '../../../../workshop/bench/eval-matching/identity-features.ts';

const person: Identity = {
  script: 'BELARUSIAN',
  surname: 'Салаўёў',
  givenName: 'Яўген',
  patronymic: 'Мікалаевіч',
  birth: '1985-03-12',
};
const inLatin: Identity = { script: 'LATIN', surname: 'Soloviev', givenName: 'Evgeny', birth: '1985-03-12' };
const inRussian: Identity = {
  script: 'RUSSIAN',
  surname: 'Соловьёв',
  givenName: 'Евгений',
  patronymic: 'Николаевич',
  birth: '1985-03-12',
};

const compare = (one: Identity, other: Identity) => {
  const { total, band, evidence } = score(identityFeatures(one), identityFeatures(other));
  return { total, band, outcomes: Object.fromEntries(evidence.map(({ kind, outcome }) => [kind, outcome])) };
};

describe('the same person, written otherwise', () => {
  test('is found with every kind of evidence, and each says what it is', () => {
    expect(compare(person, inRussian)).toEqual({
      total: expect.closeTo(33.2, 5),
      band: 'STRONG',
      outcomes: { SURNAME: 'AGREED', GIVEN_NAME: 'AGREED', PATRONYMIC: 'AGREED', BIRTH_DATE: 'AGREED' },
    });
  });

  test('is found without a patronymic, which is missing and contradicts nothing', () => {
    expect(compare(person, inLatin)).toMatchObject({ band: 'STRONG', outcomes: { PATRONYMIC: 'MISSING' } });
  });

  test('is found with surname and given name in the other order', () => {
    const exchanged = { ...inLatin, surname: 'Evgeny', givenName: 'Soloviev' };
    expect(compare(person, exchanged)).toMatchObject({ band: 'STRONG', outcomes: { SURNAME: 'AGREED' } });
    expect(compare(exchanged, person)).toMatchObject({ band: 'STRONG' });
  });

  test.each(['Соловеьв', 'Соловёв', 'Солловьёв', 'Соловьёл'])(
    'is found with a slip, which is said: %s',
    (surname) => {
      const { outcomes, band } = compare(person, { ...inRussian, surname });
      expect(['AGREED', 'CLOSE']).toContain(outcomes.SURNAME);
      expect(band).toBe('STRONG');
    },
  );

  test.each([
    ['1985', 5],
    ['1985-03', 9.6],
    ['1985-12-03', 8],
  ])('has a birth date that is close: %s', (birth, more) => {
    const found = compare(person, { ...inRussian, birth });
    expect(found.outcomes.BIRTH_DATE).toBe('CLOSE');
    expect(found.total).toBeCloseTo(33.2 - weights.BIRTH_DATE.agreed + more);
  });

  test('who has married is found, and a man of another surname less surely', () => {
    const woman: Identity = {
      ...inRussian,
      surname: 'Соловьёва',
      givenName: 'Анна',
      patronymic: 'Николаевна',
    };
    const married = { ...woman, surname: 'Зайцева' };
    const [one, other] = [identityFeatures(woman), identityFeatures(married)];
    expect(score({ ...one, isWoman: true }, other).total).toBeGreaterThan(score(one, other).total);
    expect(score({ ...one, isWoman: true }, other).band).toBe('POSSIBLE');
  });
});

describe('another person', () => {
  test.each<[string, Partial<Identity>]>([
    ['a namesake of another age', { birth: '1961-07-30' }],
    ['a brother', { givenName: 'Андрей', birth: '1988-01-20' }],
    ['a twin', { givenName: 'Андрей' }],
    ['the father', { givenName: 'Николай', patronymic: 'Сергеевич', birth: '1958-11-02' }],
    ['one of a like name', { surname: 'Соловейчик', birth: '1990-05-06' }],
  ])('is not found: %s', (_who, changed) => {
    expect(compare(person, { ...inRussian, ...changed }).band).toBeUndefined();
  });

  test('is not found by a name alone, however rare', () => {
    const { birth: _, patronymic: __, ...name } = inRussian;
    expect(compare(person, name).band).toBeUndefined();
  });
});

describe('a surname', () => {
  const weightOf = (one: string, other: string) =>
    score(
      identityFeatures({ script: 'RUSSIAN', surname: one }),
      identityFeatures({ script: /[a-z]/i.test(other) ? 'LATIN' : 'RUSSIAN', surname: other }),
    ).evidence[0]?.weight;

  test('that many bear says less, in every spelling', () => {
    expect(weightOf('Иванов', 'Иванова')).toBe(6.1);
    expect(weightOf('Иванов', 'Ivanou')).toBe(6.1);
    expect(weightOf('Соловьёв', 'Salauyou')).toBe(8);
  });

  test('that few bear weighs as all of these do, and one that is close as it did', () => {
    expect(weightOf('Городейко', 'Haradzeika')).toBe(weights.SURNAME.agreed);
    expect(weightOf('Прохоров', 'Прохоров')).toBe(weights.SURNAME.agreed);
    expect(weightOf('Иванов', 'Ианов')).toBe(weights.SURNAME.close);
  });
});

describe('other evidence', () => {
  const shared = (...values: string[]) => values.map((value) => ({ kind: 'WALLET' as const, value }));

  test('that persons share associates them, and never identifies one', () => {
    const one = { ...noFeatures(), shared: [...shared('w'), { kind: 'IMEI' as const, value: 'i' }] };
    expect(score(one, one)).toMatchObject({ band: undefined, isAssociation: true, total: 14 });
  });

  test('of a personal number counts once: birth date and sex are part of it', () => {
    const withId = { ...identityFeatures(inRussian), sex: 'M', nationalIds: [{ kind: 'BY', number: '1' }] };
    const found = score(withId, withId);
    expect(
      found.evidence.filter(({ kind }) => ['BIRTH_DATE', 'SEX'].includes(kind)).map(({ weight }) => weight),
    ).toEqual([0, 0]);
    expect(found.band).toBe('STRONG');
  });

  test('of a personal number that contradicts bars the surer band, and one of another kind says nothing', () => {
    const of = (kind: string, number: string) => ({
      ...identityFeatures(inRussian),
      nationalIds: [{ kind, number }],
    });
    expect(score(of('BY', '1'), of('BY', '2')).band).toBe('POSSIBLE');
    expect(score(of('BY', '1'), of('RU', '2')).band).toBe('STRONG');
  });
});

test('a score is the same whoever is asked first', () => {
  for (const other of [inLatin, inRussian, { ...inRussian, birth: '1985' }])
    expect(compare(person, other).total).toBeCloseTo(compare(other, person).total);
});
