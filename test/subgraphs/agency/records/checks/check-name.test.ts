import { expect, test } from '@jest/globals';
import { checkName } from '../../../../../subgraphs/agency/records/checks/check-name.ts';
import { provenance, told } from './support/input.ts';

test.each([
  ['BELARUSIAN', 'Гарадзейка', 'Яўген'],
  ['RUSSIAN', 'Городейко', 'Евгений'],
  ['LATIN', 'Haradzeika', 'Yauhen'],
  // Mixed scripts are kept and flagged.
  ['RUSSIAN', 'Городeйко', 'Eвгений'],
  ['RUSSIAN', 'Смит (Smith)', 'Иван'],
] as const)('a %s name %s %s is recorded as it is', (script, surname, givenName) => {
  expect(checkName({ kind: 'LEGAL', script, surname, givenName, provenance })).toEqual({
    value: { kind: 'LEGAL', script, surname, givenName },
  });
});

test('a part without any letter of the name’s script is told, each by itself', () => {
  expect(
    told(
      checkName({ kind: 'LEGAL', script: 'LATIN', surname: 'Городейко', givenName: 'Evgenii', provenance }),
    ),
  ).toEqual(['surname WRONG_SCRIPT']);
  expect(
    told(
      checkName({
        kind: 'ALIAS',
        script: 'RUSSIAN',
        surname: 'Ivanov',
        givenName: '-',
        patronymic: '123',
        provenance,
      }),
    ),
  ).toEqual(['surname WRONG_SCRIPT', 'givenName WRONG_SCRIPT', 'patronymic WRONG_SCRIPT']);
});

test('a handle may be anything', () => {
  expect(told(checkName({ kind: 'HANDLE', script: 'LATIN', handle: '12345', provenance }))).toEqual([]);
});
