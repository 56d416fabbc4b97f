import type { Rows } from './row.ts';

const legal = { kind: 'LEGAL', script: 'BELARUSIAN', surname: 'Пробны', givenName: 'Іван' };
const alias = { kind: 'ALIAS', script: 'LATIN', surname: 'Heron' };
const maiden = { kind: 'MAIDEN', script: 'RUSSIAN', surname: 'Пробная' };
const checked = (number: string, checksum: string) => ({ number, checksum });

/** Who a person is, and how he is reached. */
export const person: Rows = {
  names: [
    {
      written: legal,
      corrected: { ...legal, patronymic: 'Пятровіч' },
      shows: [
        { ...legal, full: 'Пробны Іван', patronymic: null, mixedScript: false },
        { ...legal, full: 'Пробны Іван Пятровіч', patronymic: 'Пятровіч' },
      ],
    },
    {
      written: alias,
      corrected: { ...alias, surname: 'Stork' },
      shows: [
        { ...alias, full: 'Heron' },
        { ...alias, surname: 'Stork', full: 'Stork' },
      ],
    },
    { written: maiden, corrected: { ...maiden, surname: 'Опытная' } },
    {
      written: { kind: 'HANDLE', script: 'LATIN', handle: 'grey.heron01' },
      corrected: { kind: 'HANDLE', script: 'LATIN', handle: 'grey.heron02' },
      shows: [
        { kind: 'HANDLE', full: 'grey.heron01', surname: null },
        { kind: 'HANDLE', full: 'grey.heron02', surname: null },
      ],
    },
  ],
  birth: [
    {
      written: { date: '1990' },
      corrected: { date: '1990-05-17' },
      shows: [
        { date: '1990', precision: 'YEAR' },
        { date: '1990-05-17', precision: 'DAY' },
      ],
    },
  ],
  birthPlace: [
    {
      written: { country: 'RU' },
      corrected: { country: 'BY', place: 'Горад' },
      shows: [
        { country: 'RU', place: null },
        { country: 'BY', place: 'Горад' },
      ],
    },
  ],
  sex: [{ written: { sex: 'MALE' }, corrected: { sex: 'FEMALE' } }],
  citizenships: [{ written: { country: 'BY' }, corrected: { country: 'RU' } }],
  documents: [
    {
      written: { kind: 'PERSONAL_NUMBER', issuer: 'BY', number: '3010185a001pb0' },
      corrected: { kind: 'PERSONAL_NUMBER', issuer: 'BY', number: '3010185A001PB3' },
      shows: [checked('3010185A001PB0', 'FAILED'), checked('3010185A001PB3', 'PASSED')],
    },
    {
      written: { kind: 'PASSPORT', issuer: 'BY', number: 'MP 0000001', use: 'OFFENDER' },
      corrected: { kind: 'PASSPORT', issuer: 'RU', number: '00 00 000001', use: 'VICTIM' },
      shows: [checked('MP0000001', 'NONE'), checked('0000000001', 'NONE')],
    },
    {
      written: { kind: 'TRAVEL_PASSPORT', issuer: 'RU', number: '000000001' },
      corrected: { kind: 'TRAVEL_PASSPORT', issuer: 'RU', number: '000000002' },
    },
    {
      written: { kind: 'TAX_NUMBER', issuer: 'RU', number: '123456789048' },
      corrected: { kind: 'TAX_NUMBER', issuer: 'BY', number: '200988541' },
      shows: [checked('123456789048', 'FAILED'), checked('200988541', 'PASSED')],
    },
    {
      written: { kind: 'INSURANCE_NUMBER', issuer: 'RU', number: '112-233-445 96' },
      corrected: { kind: 'INSURANCE_NUMBER', issuer: 'RU', number: '112-233-445 95' },
      shows: [checked('11223344596', 'FAILED'), checked('11223344595', 'PASSED')],
    },
    {
      written: { kind: 'OTHER', issuer: 'DE', number: 'X01', use: 'SPOOFED' },
      corrected: { kind: 'OTHER', issuer: 'DE', number: 'X02' },
    },
  ],
  contacts: [
    {
      written: { kind: 'PHONE', value: '+375 00 123-45-67', use: 'OFFENDER' },
      corrected: { kind: 'PHONE', value: '+375 00 123-45-68', use: 'SPOOFED' },
      shows: [
        { kind: 'PHONE', value: '+375001234567', service: null, use: 'OFFENDER' },
        { kind: 'PHONE', value: '+375001234568', use: 'SPOOFED' },
      ],
    },
    {
      written: { kind: 'MESSENGER', value: 'grey_heron', service: 'Messages' },
      corrected: { kind: 'MESSENGER', value: 'grey_stork', service: 'Messages' },
    },
    {
      written: { kind: 'EMAIL', value: 'heron@example.org', use: 'VICTIM' },
      corrected: { kind: 'EMAIL', value: 'stork@example.org' },
    },
  ],
};
