import { comparePart } from '../../../../../subgraphs/agency/matching/compare-part.ts';
import { nameFeatures } from '../../../../../subgraphs/agency/matching/features.ts';
import type { NamePart } from '../../../../../subgraphs/agency/matching/names/sound-key.ts';

const compare = (part: NamePart, one: string, other: string) => {
  const of = (text: string) =>
    nameFeatures({ script: /[a-z]/i.test(text) ? 'LATIN' : 'RUSSIAN', [part]: text })[0]?.[part];
  return comparePart(of(one), of(other));
};

describe('what comes close', () => {
  test.each<[string, NamePart, string, string]>([
    ['a letter left out', 'surname', 'Соловьёв', 'Солвьёв'],
    ['two letters swapped', 'surname', 'Гарадзейка', 'Гарадезйка'],
    ['a slip in the last letter, across scripts', 'surname', 'Соловьёв', 'Salauyol'],
    ['a slip at the end of a name that is of one sex', 'givenName', 'Марина', 'Маринр'],
    ['rn read as m', 'surname', 'Chernov', 'Chemov'],
    ['cl read as d', 'surname', 'Maclovich', 'Madovich'],
    ['a digit read for a letter', 'surname', 'Kovalenko', 'Kova1enk0'],
    ['a keyboard without marks', 'surname', 'Шаповалова', 'Sapavalava'],
    ['one of two surnames', 'surname', 'Зайцева-Петрова', 'Петрова'],
    ['a short form', 'givenName', 'Евгений', 'Женя'],
    ['a short form in a chat', 'givenName', 'Александр', 'Sasha'],
    ['two short forms of one name', 'givenName', 'Саша', 'Шура'],
  ])('%s', (_how, part, one, other) => {
    expect(['AGREED', 'CLOSE']).toContain(compare(part, one, other));
    expect(compare(part, one, other)).toBe(compare(part, other, one));
  });

  test('is never agreed for a short form alone, or for one of two surnames', () => {
    expect(compare('givenName', 'Александра', 'Саша')).toBe('CLOSE');
    expect(compare('givenName', 'Anastasia', 'Настя')).toBe('CLOSE');
    expect(compare('surname', 'Зайцева-Петрова', 'Зайцева')).toBe('CLOSE');
  });
});

describe('what contradicts', () => {
  test.each<[NamePart, string, string]>([
    ['surname', 'Ковалёв', 'Коваленко'],
    ['surname', 'Ковалёв', 'Ковальчук'],
    ['surname', 'Соловьёв', 'Соловей'],
    ['surname', 'Gusak', 'Husakou'],
    ['givenName', 'Ян', 'Иван'],
    ['givenName', 'Александр', 'Александра'],
    ['givenName', 'Валентина', 'Валентин'],
    ['givenName', 'Мария', 'Марина'],
    ['givenName', 'Саша', 'Паша'],
    ['givenName', 'Женя', 'Александр'],
    ['patronymic', 'Иванович', 'Янович'],
  ])('%s: %s and %s', (part, one, other) => {
    expect(compare(part, one, other)).toBe('CONTRADICTED');
  });
});
