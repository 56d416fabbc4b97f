import { names } from '../../../../../subgraphs/agency/records/values/names.ts';
import { provenance, told, valueContext } from '../checks/support/input.ts';

test.each([
  ['BELARUSIAN', 'Гарадзейка', 'Яўген'],
  ['RUSSIAN', 'Городейко', 'Евгений'],
  ['LATIN', 'Haradzeika', 'Yauhen'],
  // Mixed scripts are kept and flagged.
  ['RUSSIAN', 'Городeйко', 'Eвгений'],
  ['RUSSIAN', 'Смит (Smith)', 'Иван'],
] as const)('a %s name %s %s is recorded as it is', (script, surname, givenName) => {
  expect(names.check({ kind: 'LEGAL', script, surname, givenName, provenance }, valueContext)).toEqual({
    value: { kind: 'LEGAL', script, surname, givenName },
  });
});

test('a part without any letter of the name’s script is told, each by itself', () => {
  expect(
    told(
      names.check(
        { kind: 'LEGAL', script: 'LATIN', surname: 'Городейко', givenName: 'Evgenii', provenance },
        valueContext,
      ),
    ),
  ).toEqual(['surname WRONG_SCRIPT']);
  expect(
    told(
      names.check(
        {
          kind: 'ALIAS',
          script: 'RUSSIAN',
          surname: 'Ivanov',
          givenName: '-',
          patronymic: '123',
          provenance,
        },
        valueContext,
      ),
    ),
  ).toEqual(['surname WRONG_SCRIPT', 'givenName WRONG_SCRIPT', 'patronymic WRONG_SCRIPT']);
});

test('a handle may be anything', () => {
  expect(
    told(names.check({ kind: 'HANDLE', script: 'LATIN', handle: '12345', provenance }, valueContext)),
  ).toEqual([]);
});
