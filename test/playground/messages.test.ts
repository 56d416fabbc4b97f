import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType, isEnumType } from 'graphql';
import { listOf } from '../../playground/messages/code-message.ts';
import {
  catalogues,
  type Locale,
  locales,
  preferredLocale,
  translator,
} from '../../playground/messages/translate.ts';
import { adviceCodes } from '../../subgraphs/agency/permissions/advice.ts';
import { informationClasses, legalBases, purposes, roles } from '../../terms/enums.ts';
import { redactionReasons } from '../../terms/redaction-reason.ts';

const root = join(import.meta.dirname, '..', '..');
const playground = join(root, 'playground');
const source = readdirSync(playground, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(bundle|messages\/(\w+\/)?(be|en|ru)\.ts)/.test(name))
  .map((name) => readFileSync(join(playground, name), 'utf8'))
  .join('\n');

const schema = buildSchema(readFileSync(join(root, 'schema/built/api.graphql'), 'utf8'));
const enums = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith('__'),
);

const keys = Object.keys(catalogues.en);
const named = new Set([...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key));
/** Lists whose members are chosen by a code: `purpose.${purpose}`, or `codeMessage(t, 'reason', code)`; and every enum’s. */
const lists = new Set([
  ...[...source.matchAll(/`([\w-]+)\.\$\{/g)].map(([, list]) => list),
  ...[...source.matchAll(/codeMessage\(t, '(\w+)'/g)].map(([, list]) => list),
  ...enums.map(({ name }) => listOf(name)),
]);
const isUsed = (key: string) => named.has(key) || lists.has(key.split('.')[0]);
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(locales)('the texts in %s', (locale: Locale) => {
  test('are the same ones as in English, with the same values in them, and none is empty', () => {
    const { en, [locale]: texts } = catalogues;
    expect(Object.keys(texts)).toEqual(keys);
    for (const key of keys as (keyof typeof en)[]) {
      expect([key, placeholders(texts[key])]).toEqual([key, placeholders(en[key])]);
      expect(texts[key].trim()).not.toBe('');
    }
  });
});

test('every text is used', () => {
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

/** Names that are the same in every language. */
const namesOfThings = ['WalletChain'];
const closedLists: [list: string, codes: readonly string[]][] = [
  ...enums
    .filter(({ name }) => !namesOfThings.includes(name))
    .map((type): [string, string[]] => [listOf(type.name), type.getValues().map(({ name }) => name)]),
  ['purpose', purposes],
  ['legalBasis', legalBases],
  ['role', roles],
  ['reason', redactionReasons],
  ['advice', adviceCodes],
  ['informationClass', informationClasses],
];
const withoutText = (list: string, codes: readonly string[]) =>
  locales.flatMap((locale) => codes.filter((code) => !Object.hasOwn(catalogues[locale], `${list}.${code}`)));

test.each(closedLists)('each %s has a text in every language', (list, codes) => {
  expect(codes.length).toBeGreaterThan(1);
  expect(withoutText(list, codes)).toEqual([]);
});

test('a code that is added to a list, without a text in any language, is noticed', () => {
  expect(withoutText('roleKind', ['MONEY_MULE', 'MONEY_PRINTER'])).toEqual(
    locales.map(() => 'MONEY_PRINTER'),
  );
});

test('a text is in Cyrillic where its language is', () => {
  const latin = locales
    .filter((locale) => locale !== 'en')
    .flatMap((locale) =>
      Object.entries(catalogues[locale]).filter(([, text]) => !/[а-яёіўА-ЯЁІЎ]/.test(text)),
    );
  expect([...new Set(latin.map(([key]) => key))].sort()).toEqual([
    'answer.raw',
    'evidenceKind.IMEI',
    'infrastructureKind.ICCID',
    'infrastructureKind.IMEI',
    'infrastructureKind.IMSI',
  ]);
});

test('a value takes its place in a text; one that is missing shows where', () => {
  const t = translator('en');
  expect(t('error.at', { line: 3, column: 5 })).toBe('line 3, column 5');
  expect(t('error.at', { line: 3 })).toBe('line 3, column {column}');
});

test.each([
  [['be-BY', 'ru'], 'be'],
  [['ru-RU'], 'ru'],
  [['de-DE', 'en-GB'], 'en'],
  [['de'], 'en'],
])('of a browser’s languages %j, the page takes %s', (languages, locale) => {
  expect(preferredLocale(languages)).toBe(locale);
});
