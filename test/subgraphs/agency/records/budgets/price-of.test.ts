import { defaultBudgets } from '../../../../../subgraphs/agency/records/budgets/budget-settings.ts';
import { priceOf, questionsIn } from '../../../../../subgraphs/agency/records/budgets/price-of.ts';
import { readCriteria } from '../../../../../subgraphs/agency/records/formats/criteria/read-criteria.ts';
import type { NameReading } from '../../../../../terms/search-exchange.ts';

const today = new Date('2026-11-25T12:00:00Z');

describe('a search', () => {
  test.each([
    'Городейко Евгений',
    'Городейко Евгений Григорьевич',
    'Haradzeika Yauhen',
    'Гарадзейка Яўген Рыгоравіч',
  ])('for one person is one question, in however many ways the name can be read: %s', (name) => {
    expect(questionsIn(readCriteria({ name }, today))).toBe(1);
  });

  test('for a person of two surnames is two, in however many scripts they are read', () => {
    expect(questionsIn(readCriteria({ name: 'Петров-Водкин Кузьма' }, today))).toBe(2);
    expect(questionsIn(readCriteria({ surname: 'Петров Водкин', givenName: 'Анна-Мария' }, today))).toBe(2);
  });

  test('is as many questions as it has names, for whoever comes past crossborder', () => {
    const names = [
      'Абрамчук',
      'Дзюбенко',
      'Жилинский',
      'Кречетов',
      'Мухина',
      'Пыжиков',
      'Рощин',
      'Филатов',
    ].map((surname): NameReading => ({ script: 'RUSSIAN', surname, givenName: 'Иван' }));
    expect(questionsIn({ names })).toBeGreaterThanOrEqual(7);
    expect(questionsIn({ phone: '+375291112233', birthDate: '1990' })).toBe(1);
  });

  test('costs one more for each ten that it is near', () => {
    expect([0, 9, 10, 25, 100].map((near) => priceOf(1, near))).toEqual([1, 1, 2, 3, 11]);
  });

  test('of a series without a surname gets hardly further where as many run at once as a caller may have under way', () => {
    const affordable = (atATime: number) => {
      const seenBy = (search: number) => Math.min(100, search - (search % atATime));
      let [search, spent] = [0, 0];
      while (spent + priceOf(1, seenBy(search)) <= defaultBudgets.OFFICER.searches)
        spent += priceOf(1, seenBy(search++));
      return search;
    };
    expect([1, 10, 20].map(affordable)).toEqual([84, 84, 88]);
  });

  test('without a surname, day by day through a year, costs more than an officer has in a week', () => {
    const days = Array.from({ length: 365 }, (_, day) => priceOf(1, Math.min(100, day)));
    expect(days.reduce((sum, price) => sum + price, 0)).toBe(3465);
  });
});
