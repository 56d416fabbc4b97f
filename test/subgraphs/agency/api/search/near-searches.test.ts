import { nearSearches, seriesTokens } from '../../../../../subgraphs/agency/api/search/near-searches.ts';
import type { SearchCriteria } from '../../../../../terms/search-exchange.ts';
import { testKeys } from '../../../../support/match-keys.ts';

const tokensOf = (criteria: SearchCriteria) => seriesTokens(testKeys.current, criteria);
const named = (surname: string, givenName: string, patronymic?: string): SearchCriteria => ({
  names: [{ script: 'RUSSIAN', surname, givenName, ...(patronymic !== undefined && { patronymic }) }],
});
const isNear = (one: SearchCriteria, other: SearchCriteria): boolean => {
  const tokens = new Set(tokensOf(one));
  return tokensOf(other).some((token) => tokens.has(token));
};

describe('two searches are of one series', () => {
  const person = named('Кулешов', 'Аркадий', 'Петрович');

  test.each<[string, SearchCriteria, SearchCriteria]>([
    [
      'one digit of a phone is another',
      { ...person, phone: '+375291112233' },
      { ...person, phone: '+375291112234' },
    ],
    [
      'the date of birth is another',
      { ...person, birthDate: '1983-04-17' },
      { ...person, birthDate: '1983-04-18' },
    ],
    ['the surname is a slip apart', person, named('Кулещов', 'Аркадий', 'Петрович')],
    ['the given name is a slip apart', named('Кулешов', 'Аркадий'), named('Кулешов', 'Аркатий')],
    ['the given name is another', person, named('Кулешов', 'Виктор', 'Петрович')],
    ['the surname is another', person, named('Никитенко', 'Аркадий', 'Петрович')],
    [
      'the name is in another script',
      named('Гарадзейка', 'Яўген'),
      { names: [{ script: 'LATIN', surname: 'Haradzeyka', givenName: 'Yauhen' }] },
    ],
    [
      'the given name is another for the same date',
      { ...named('Кулешов', 'Аркадий'), birthDate: '1983-04-17' },
      { ...named('Кулешов', 'Виктор'), birthDate: '1983-04-17' },
    ],
  ])('where %s', (_what, one, other) => {
    expect(isNear(one, other)).toBe(true);
  });

  test.each<[string, SearchCriteria, SearchCriteria]>([
    ['they are for two persons', named('Кулешов', 'Аркадий'), named('Никитенко', 'Олег')],
    ['two persons have one given name', named('Кулешов', 'Аркадий'), named('Никитенко', 'Аркадий')],
    [
      'both are men',
      { ...named('Кулешов', 'Аркадий'), sex: 'MALE' },
      { ...named('Никитенко', 'Олег'), sex: 'MALE' },
    ],
  ])('and not where %s', (_what, one, other) => {
    expect(isNear(one, other)).toBe(false);
  });

  test('by a hundred tokens at most, however a name can be read', () => {
    const names = ['Юрий', 'Евгений', 'Аркадий', 'Виктор'].map((givenName) => ({
      script: 'LATIN' as const,
      surname: 'Shcherbatsevich',
      givenName,
    }));
    expect(tokensOf({ names }).length).toBeLessThanOrEqual(100);
  });
});

test('the same search again is near none, and a changed one is near each before it', async () => {
  const [first, second] = [
    tokensOf({ phone: '+375291112233', birthDate: '1990' }),
    tokensOf({ phone: '+375291112234', birthDate: '1990' }),
  ];
  const before = [first, [...first].reverse()];
  const store = { searchesLike: async () => before };
  const viewer = { subject: 'officer', agency: 'BELARUS' } as const;
  expect(await nearSearches(store, viewer, first, new Date())).toBe(0);
  expect(await nearSearches(store, viewer, second, new Date())).toBe(2);
});
