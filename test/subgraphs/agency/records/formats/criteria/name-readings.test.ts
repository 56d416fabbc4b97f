import { nameReadings } from '../../../../../../subgraphs/agency/records/formats/criteria/name-readings.ts';

const scripts = (surname: string, givenName?: string) =>
  nameReadings([{ surname, ...(givenName !== undefined && { givenName }) }]).map(({ script }) => script);

describe('the script of a name', () => {
  test.each<[string, string[]]>([
    ['Ivanov', ['LATIN']],
    ["D'Artagnan", ['LATIN']],
    ['Іваноў', ['BELARUSIAN']],
    ["Мар'яненка", ['BELARUSIAN']],
    ['Мар’яненка', ['BELARUSIAN']],
    ['МАРʼЯНЕНКА', ['BELARUSIAN']],
    ['Иванов', ['RUSSIAN']],
    ['ЩУКАРЬ', ['RUSSIAN']],
    ['Подъячев', ['RUSSIAN']],
    ['Петров', ['BELARUSIAN', 'RUSSIAN']],
    // Both say something: neither is believed alone.
    ['Іваноў-Щукин', ['BELARUSIAN', 'RUSSIAN']],
  ])('of %s is %j', (surname, expected) => {
    expect(scripts(surname)).toEqual(expected);
  });

  test('is that of all its words', () => {
    expect(scripts('Петров', 'Иван')).toEqual(['RUSSIAN']);
    expect(scripts('Пятроў', 'Павел')).toEqual(['BELARUSIAN']);
  });

  test('is several where its words are of several, each with the words that are of it', () => {
    expect(nameReadings([{ surname: 'Ivanou', givenName: 'Павел' }])).toEqual([
      { script: 'LATIN', surname: 'Ivanou' },
      { script: 'BELARUSIAN', givenName: 'Павел' },
      { script: 'RUSSIAN', givenName: 'Павел' },
    ]);
  });
});

describe('a word of two scripts, written to look like another', () => {
  test.each([
    ['Ивaнов', 'Иванов', 'RUSSIAN'],
    ['Iвaнoў', 'Іваноў', 'BELARUSIAN'],
    ['ИBAHOB', 'ИВАНОВ', 'RUSSIAN'],
    ['Rоmаn', 'Roman', 'LATIN'],
  ])('%s is one of one script', (written, meant, script) => {
    const [reading] = nameReadings([{ surname: written }]);
    expect(reading).toEqual({ script, surname: meant });
  });

  test.each(['Иванов', 'Ivanov', 'Сорос', 'Copoc'])('but %s is what it is', (written) => {
    expect(nameReadings([{ surname: written }])[0]?.surname).toBe(written);
  });
});

test('a name has at most eight readings', () => {
  const parts = { surname: 'Петров Ivanou', givenName: 'Павел', patronymic: 'Ivanavich' };
  expect(nameReadings([parts, parts]).length).toBeLessThanOrEqual(8);
});
