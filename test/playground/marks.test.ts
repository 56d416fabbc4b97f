import type { Cell } from '../../playground/profile/halves.ts';
import { type Mark, markOf } from '../../playground/profile/marks.ts';
import type { ProfileField } from '../../playground/profile/profile-fields.ts';

const cell = (...values: Record<string, unknown>[]): Cell => ({
  state: 'values',
  values: values.map((recorded) => ({ recorded, isContested: false, use: undefined, grade: undefined })),
  handling: [],
});
const nothing: Cell = { state: 'none' };

const legal = (full: string, script = 'RUSSIAN') => ({ kind: 'LEGAL', script, full });

describe('a value of one half', () => {
  test.each<[string, ProfileField, Record<string, unknown>, Cell, Mark | undefined]>([
    [
      'a name in other letters of one sound',
      'names',
      legal('Семёнов Пётр'),
      cell(legal('СЕМЕНОВ  ПЕТР')),
      'both',
    ],
    ['another name in the same script', 'names', legal('Иванов Иван'), cell(legal('Петров Иван')), 'differs'],
    [
      'a name with a patronymic more',
      'names',
      legal('Иванов Иван Ильич'),
      cell(legal('Иванов Иван')),
      undefined,
    ],
    [
      'a Latin spelling by another standard',
      'names',
      legal('Ivanou', 'LATIN'),
      cell(legal('Ivanov', 'LATIN')),
      undefined,
    ],
    [
      'an alias',
      'names',
      { kind: 'ALIAS', script: 'RUSSIAN', full: 'Серый' },
      cell(legal('Иванов')),
      'only-here',
    ],
    ['the same day', 'birth', { date: '1985-03-12' }, cell({ date: '1985-03-12' }), 'both'],
    ['another day', 'birth', { date: '1985-03-12' }, cell({ date: '1985-12-03' }), 'differs'],
    ['a year of that day', 'birth', { date: '1985-03-12' }, cell({ date: '1985' }), undefined],
    [
      'a place in another language',
      'birthPlace',
      { country: 'BY', place: 'Мінск' },
      cell({ country: 'BY', place: 'Минск' }),
      undefined,
    ],
    [
      'a place in another country',
      'birthPlace',
      { country: 'BY', place: 'Орша' },
      cell({ country: 'RU', place: 'Орск' }),
      'differs',
    ],
    [
      'a number with spaces, and Cyrillic letters',
      'documents',
      { kind: 'PASSPORT', issuer: 'BY', number: 'МР 123' },
      cell({ kind: 'PASSPORT', issuer: 'BY', number: 'MP123' }),
      'both',
    ],
    [
      'a second passport',
      'documents',
      { kind: 'PASSPORT', issuer: 'BY', number: 'MP1' },
      cell({ kind: 'PASSPORT', issuer: 'BY', number: 'MP2' }),
      'only-here',
    ],
    [
      'a phone that nobody else has',
      'contacts',
      { kind: 'PHONE', value: '+375291234567' },
      nothing,
      'only-here',
    ],
    [
      'a group whose name is not told',
      'memberships',
      { rank: 'LEADER', group: null },
      cell({ rank: 'MEMBER', group: { name: 'Heron' } }),
      undefined,
    ],
    [
      'a group beside one whose name is not told',
      'memberships',
      { group: { name: 'Heron' } },
      cell({ group: null }),
      undefined,
    ],
    ['a stage of proceedings', 'status', { stage: 'ACCUSED' }, cell({ stage: 'SUSPECTED' }), 'differs'],
    [
      'an offence of its own code',
      'offences',
      { article: { code: '209' } },
      cell({ article: { code: '159' } }),
      undefined,
    ],
  ])('%s is marked as it is', (_what, field, value, other, mark) => {
    expect(markOf(field, value, [other])).toBe(mark);
  });

  const unseen: [string, Cell | undefined][] = [
    ['withheld', { state: 'withheld', receipts: [] }],
    ['lost', { state: 'unavailable', agency: 'RUSSIA' }],
    ['failed', { state: 'failed', code: 'INTERNAL_SERVER_ERROR' }],
    ['of a half that is not there', undefined],
  ];

  test.each(unseen)('has no mark where the other is %s', (_what, other) => {
    expect(markOf('contacts', { kind: 'PHONE', value: '+375291234567' }, [other])).toBeUndefined();
    expect(markOf('birth', { date: '1985' }, [other])).toBeUndefined();
  });

  test('is in both where one of the others has it, and only here where all are seen and none has', () => {
    const phone = { kind: 'PHONE', value: '+375291234567' };
    expect(markOf('contacts', phone, [cell(phone), undefined])).toBe('both');
    expect(markOf('contacts', phone, [nothing, undefined])).toBeUndefined();
    expect(markOf('contacts', phone, [nothing, nothing])).toBe('only-here');
    expect(markOf('contacts', phone, [])).toBeUndefined();
  });
});
