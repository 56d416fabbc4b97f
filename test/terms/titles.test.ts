import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { criminalCodes } from '../../terms/criminal-codes/criminal-codes.ts';
import { crosswalk } from '../../terms/criminal-codes/crosswalk.ts';
import { adviceCodes } from '../../terms/enums.ts';
import { type Title, titleIn } from '../../terms/titles/title.ts';
import { titles } from '../../terms/titles/titles.ts';

const api = buildSchema(
  readFileSync(join(import.meta.dirname, '..', '..', 'schema/built/api.graphql'), 'utf8'),
);
const enums = Object.values(api.getTypeMap()).flatMap((type) =>
  isEnumType(type) && !type.name.startsWith('__')
    ? [[type.name, type.getValues().map(({ name }) => name)] as const]
    : [],
);
const lists: Readonly<Record<string, Readonly<Record<string, Title>>>> = titles;
const untitled = (list: string, members: readonly string[]) =>
  members.filter((member) => !Object.hasOwn(lists[list] ?? {}, member));

describe('the catalogue of titles', () => {
  test.each(enums)('has each %s', (list, members) => {
    expect(members.length).toBeGreaterThan(1);
    expect(untitled(list, members)).toEqual([]);
  });

  test('lacks a member that is new', () => {
    expect(untitled('RoleKind', ['MONEY_MULE', 'MONEY_PRINTER'])).toEqual(['MONEY_PRINTER']);
    expect(untitled('Colour', ['RED'])).toEqual(['RED']);
  });

  const all: [string, Title][] = [
    ...Object.entries(lists).flatMap(([list, members]) =>
      Object.entries(members).map(([member, title]): [string, Title] => [`${list}.${member}`, title]),
    ),
    ...Object.values(criminalCodes)
      .flat()
      .map(({ code, title }): [string, Title] => [`Article ${code}`, title]),
    ...crosswalk.map(({ conduct, note }): [string, Title] => [`Counterpart ${conduct}`, note]),
  ];

  test('has a sentence for each advice, which names the same in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(untitled('AdviceSentence', adviceCodes)).toEqual([]);
    for (const { be, ru, en } of Object.values(titles.AdviceSentence))
      expect([places(be), places(ru)]).toEqual([places(en), places(en)]);
    expect(places(titles.AdviceSentence.OTHER_ROLE.en)).toEqual(['{class}', '{owner}', '{roles}']);
  });

  test('is written in Cyrillic, but for names that are Latin everywhere', () => {
    const latin = all.filter(([, { be, ru }]) => !/[а-яёіў]/i.test(be) || !/[а-яё]/i.test(ru));
    expect(latin.map(([name]) => name).filter((name) => !name.startsWith('WalletChain.'))).toEqual([
      'InfrastructureKind.IMEI',
      'InfrastructureKind.IMSI',
      'InfrastructureKind.ICCID',
      'EvidenceKind.IMEI',
      'IndicatorKind.IMEI',
    ]);
  });

  test('has in Belarusian no letter that is Russian alone, and the other way round', () => {
    const withoutNames = (text: string) => text.replace('УНП, ИНН', '').replace('СНИЛС', '');
    expect(all.filter(([, { be }]) => /[ищъ]/i.test(withoutNames(be)))).toEqual([]);
    expect(all.filter(([, { ru }]) => /[іў’]/i.test(ru))).toEqual([]);
  });

  test('is not empty, and has no spaces around it', () => {
    for (const [name, title] of all)
      for (const text of Object.values(title)) {
        expect([name, text.trim()]).toEqual([name, text]);
        expect([name, text.length > 1]).toEqual([name, true]);
      }
  });

  test('gives a title in the language that is asked for', () => {
    expect(titleIn(titles.Purpose.SOLVING, 'BE')).toBe('Раскрыццё');
    expect(titleIn(titles.Purpose.SOLVING, 'RU')).toBe('Раскрытие');
    expect(titleIn(titles.Purpose.SOLVING, 'EN')).toBe('Solving');
  });
});
