import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownTitle, titleOf } from '../../playground/messages/title-of.ts';
import {
  catalogues,
  type Locale,
  locales,
  preferredLocale,
  translator,
} from '../../playground/messages/translate.ts';
import { adviceCodes } from '../../terms/enums.ts';

const root = join(import.meta.dirname, '..', '..');
const playground = join(root, 'playground');
const source = readdirSync(playground, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(bundle|messages\/(\w+\/)?(be|en|ru)\.ts)/.test(name))
  .map((name) => readFileSync(join(playground, name), 'utf8'))
  .join('\n');

const keys = Object.keys(catalogues.en);
const named = new Set([...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key));
/** Lists whose members are chosen by a code: `field.${field}`. */
const lists = new Set([...source.matchAll(/`([\w-]+)\.\$\{/g)].map(([, list]) => list));
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

test('each advice has a text in every language', () => {
  const withoutText = locales.flatMap((locale) =>
    adviceCodes.filter((code) => knownTitle(locale, 'AdviceSentence', code) === undefined),
  );
  expect(withoutText).toEqual([]);
});

describe('a member of a closed list', () => {
  test.each([
    ['be', 'Следчы'],
    ['ru', 'Следователь'],
    ['en', 'Investigator'],
  ] as const)('has in %s the title of the API’s catalogue', (locale, title) => {
    expect(titleOf(translator(locale), 'Role', 'INVESTIGATOR')).toBe(title);
  });

  test.each([
    ['Role', 'MONEY_PRINTER'],
    ['Colour', 'MONEY_PRINTER'],
    ['constructor', 'MONEY_PRINTER'],
  ])('of %s that the page does not know is its code in words', (list, code) => {
    expect(knownTitle('ru', list, code)).toBeUndefined();
    expect(titleOf(translator('ru'), list, code)).toBe('Money printer');
  });
});

test('a text is in Cyrillic where its language is', () => {
  const latin = locales
    .filter((locale) => locale !== 'en')
    .flatMap((locale) =>
      Object.entries(catalogues[locale]).filter(([, text]) => !/[а-яёіўА-ЯЁІЎ]/.test(text)),
    );
  expect([...new Set(latin.map(([key]) => key))].sort()).toEqual(['answer.raw']);
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
