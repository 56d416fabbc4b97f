import { ordersOf } from '../../../../../../subgraphs/agency/records/formats/criteria/name-parts.ts';

/** As surname, given name, patronymic. */
const orders = (name: string) =>
  ordersOf(name.split(' ')).map(({ surname, givenName, patronymic }) =>
    [surname, givenName, patronymic].filter(Boolean).join(' '),
  );

describe('a name as it was heard', () => {
  test('of one word is a surname, of two a surname and a given name', () => {
    expect(ordersOf(['Иванов'])).toEqual([{ surname: 'Иванов' }]);
    expect(ordersOf(['Иванов', 'Иван'])).toEqual([{ surname: 'Иванов', givenName: 'Иван' }]);
  });

  test.each([
    'Петрович',
    'Сергеевич',
    'Ильич',
    'Петровна',
    'Сергеевна',
    'Ильинична',
    'Никитична',
    'Пятровіч',
    'Іванавіч',
    'Сяргеевіч',
    'Ільіч',
    'Іванаўна',
    'Сяргееўна',
    'Пятроўна',
    'Мікітычна',
    'Petrovich',
    'Sergeevich',
    'Siarhiejevič',
    'Ivanavich',
    'Petrović',
    'Piotrowicz',
    'Petrowitsch',
    'Ilyich',
    'Kuzmich',
    'Petrovna',
    'Sergeyevna',
    'Ivanauna',
    'Siarhiejeŭna',
    'Iwanowna',
    'Ilyinichna',
    'ПЕТРОВИЧ',
  ])('knows the patronymic %s by its end, second or third', (patronymic) => {
    expect(orders(`Имя ${patronymic} Фамилия`)).toEqual([`Фамилия Имя ${patronymic}`]);
    expect(orders(`Фамилия Имя ${patronymic}`)).toEqual([`Фамилия Имя ${patronymic}`]);
  });

  test.each(['Иван', 'Марина', 'Антонина', 'Friedrich', 'Heinrich', 'Eric', 'Anna', 'Яўген'])(
    'takes %s for none',
    (givenName) => {
      expect(orders(`Фамилия ${givenName} Отчество`)).toEqual([`Фамилия ${givenName} Отчество`]);
    },
  );

  test('reads both orders where the last two words look like patronymics', () => {
    expect(orders('Иван Петрович Мацкевич')).toEqual(['Мацкевич Иван Петрович', 'Иван Петрович Мацкевич']);
  });

  test('takes no first word for a patronymic', () => {
    expect(orders('Мацкевич Иван Петрович')).toEqual(['Мацкевич Иван Петрович']);
    expect(orders('Мацкевич Карл Густав')).toEqual(['Мацкевич Карл Густав']);
  });
});
