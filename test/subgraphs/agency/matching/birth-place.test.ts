import { birthPlaceForms } from '../../../../subgraphs/agency/matching/birth-place.ts';

const formsOf = (place?: string, country = 'BY') => birthPlaceForms({ country, place });
const agree = (one: string, other: string) => formsOf(one).some((form) => formsOf(other).includes(form));

describe('a birth place', () => {
  test.each([
    ['Мінск', 'Минск'],
    ['Мінск', 'Minsk'],
    ['г. Минск', 'Minsk'],
    ['г.Минск', 'горад Мінск'],
    ['Минск', 'Minsk city'],
    ['Гродна', 'Hrodna'],
    ['Гродно', 'Grodno'],
    ['Магілёў', 'Mogilev'],
    ['Слуцк', 'Slutsk'],
    ['Слуцк', 'Минская обл., г. Слуцк'],
    ['Слуцк', 'Слуцкі раён, Слуцк'],
    ['Мінск', 'Республика Беларусь, г. Минск'],
    ['Минск', 'Минск (БССР)'],
  ])('agrees in every script and with what stands beside it: %s and %s', (one, other) => {
    expect(agree(one, other)).toBe(true);
  });

  test.each([
    ['Минск', 'Пинск'],
    ['Минская обл., г. Слуцк', 'Минская обл., г. Борисов'],
    ['Республика Беларусь, г. Минск', 'Республика Беларусь, г. Гомель'],
  ])('does not with another: %s and %s', (one, other) => {
    expect(agree(one, other)).toBe(false);
  });

  test('is of its country', () => {
    expect(formsOf('Мир', 'BY')).not.toEqual(formsOf('Мир', 'RU'));
  });

  test.each([undefined, '', 'г.', 'Минская область', '—'])(
    'is nothing where it names no place: %s',
    (place) => {
      expect(formsOf(place)).toEqual([]);
    },
  );
});
