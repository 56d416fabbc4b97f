import { criteriaFeatures } from '../../../../subgraphs/agency/matching/criteria-features.ts';
import { dossierFeatures } from '../../../../subgraphs/agency/matching/dossier-features.ts';
import { type Features, nameFeatures, noFeatures } from '../../../../subgraphs/agency/matching/features.ts';
import { indexedKeys } from '../../../../subgraphs/agency/matching/indexed-keys.ts';
import { score } from '../../../../subgraphs/agency/matching/score.ts';
import {
  candidateTokens,
  indexTokens,
  isIndexedBy,
  keyInForm,
  mostTokens,
  readMatchKeys,
  searchTokens,
  tokenised,
  tokenOf,
} from '../../../../subgraphs/agency/matching/tokens.ts';
import {
  readTravellingTokens,
  travellingTokens,
} from '../../../../subgraphs/agency/matching/travelling-tokens.ts';
import type { DossierValues } from '../../../../subgraphs/agency/records/values/value-kinds.ts';
import { keySetOf, keysOf } from '../../../support/match-keys.ts';
import { person, recorded } from './support.ts';

const keys = keysOf('new', 'old');
const [current, older] = keys.all as [(typeof keys)['current'], (typeof keys)['current']];
const ofDossier = (values: Partial<DossierValues>): Features => dossierFeatures(values, () => true);
const features = ofDossier(person);

const inRussian: Features = ofDossier({
  names: [recorded({ kind: 'LEGAL', script: 'RUSSIAN', surname: 'Соловьёв', givenName: 'Евгений' })],
  birth: recorded({ date: '1985-03-12' }),
});
const stranger: Features = ofDossier({
  names: [recorded({ kind: 'LEGAL', script: 'RUSSIAN', surname: 'Зайцев', givenName: 'Пётр' })],
  birth: recorded({ date: '1999-09-09' }),
});
const share = (one: readonly number[], other: readonly number[]) =>
  one.some((token) => other.includes(token));

describe('tokens that a record is found by', () => {
  test.each(['indexed', 'compared'])('agree for one person in every script, and not for two: %s', (kind) => {
    const tokensOf = (of: Features) =>
      kind === 'indexed' ? indexTokens(current, of) : candidateTokens([current], of);
    const latin = criteriaFeatures({
      names: [{ script: 'LATIN', surname: 'Salauyou', givenName: 'Yauhen' }],
    });
    for (const found of [features, inRussian, latin]) {
      expect(share(tokensOf(features), tokensOf(found))).toBe(true);
      expect(share(tokensOf(stranger), tokensOf(found))).toBe(false);
    }
  });

  test('are found by a search, under whichever key they are stored', () => {
    const asked = searchTokens(keys, inRussian);
    for (const key of keys.all) expect(share(indexTokens(key, features), asked)).toBe(true);
    expect(share(indexTokens(current, stranger), asked)).toBe(false);
  });

  test('are found by a surname alone, as a search asks, and not compared with others by it', () => {
    const surname = criteriaFeatures({ names: [{ script: 'LATIN', surname: 'Soloviev' }] });
    expect(share(indexTokens(current, features), searchTokens(keys, surname))).toBe(true);
    expect(candidateTokens([current], surname)).toEqual([]);
  });

  test('are others under another key', () => {
    expect(share(indexTokens(current, features), indexTokens(older, features))).toBe(false);
  });

  test('lead to a record by each of its tokens, and by no other', () => {
    for (const token of indexTokens(current, features))
      expect(isIndexedBy(current, features, new Set([0, token]))).toBe(true);
    expect(isIndexedBy(current, features, new Set(indexTokens(older, features)))).toBe(false);
    expect(isIndexedBy(current, features, new Set())).toBe(false);
  });

  test('are in ascending order, each once, and integers that JSON keeps', () => {
    const tokens = indexTokens(current, features);
    expect(tokens).toEqual([...new Set(tokens)].sort((one, other) => one - other));
    expect(tokens.every((token) => Number.isSafeInteger(token) && token >= 0 && token < 2 ** 48)).toBe(true);
  });

  test('are no more than a dossier can keep, and what is surest is among them', () => {
    const consonants = [...'bdfgklmnprtv'];
    const names = consonants.flatMap((one) =>
      consonants.flatMap((other) =>
        nameFeatures({
          script: 'LATIN',
          surname: `Chej${one}achej${other}ujuchevskij`,
          givenName: 'Jachojachou',
        }),
      ),
    );
    const many = { ...features, names };
    const kept = indexTokens(current, many);
    expect(kept).toHaveLength(mostTokens.indexed);
    const cutOff = indexedKeys(many).find((key) => !kept.includes(tokenOf(current, 'found by', key))) ?? '';
    expect(isIndexedBy(current, many, new Set(kept.slice(-1)))).toBe(true);
    expect(isIndexedBy(current, many, new Set([tokenOf(current, 'found by', cutOff)]))).toBe(false);
    expect(candidateTokens([current], many)).toHaveLength(mostTokens.travelling);
    const byPhone = { ...noFeatures(), shared: features.shared };
    for (const token of candidateTokens([current], byPhone)) {
      expect(candidateTokens([current], many)).toContain(token);
    }
  });
});

describe('a person with a hundred aliases', () => {
  const parts = ['Бар', 'Вол', 'Гор', 'Дуб', 'Зор', 'Кар', 'Лоб', 'Мас', 'Нос', 'Пор'];
  const given = ['Евгений', 'Николай', 'Анна', 'Ольга', 'Сергей'];
  const aliases = parts.flatMap((one, at) =>
    parts.map((other) => ({
      script: 'RUSSIAN' as const,
      surname: `${one}${other.toLowerCase()}енко`,
      givenName: given[at % given.length] ?? '',
    })),
  );
  const held = ofDossier({
    names: aliases.map((alias) => recorded({ kind: 'ALIAS' as const, ...alias, patronymic: 'Ильич' })),
    birth: recorded({ date: '1985-03-12' }),
  });
  const tokens = indexTokens(current, held);
  const isFound = (alias: { surname: string }) =>
    share(tokens, searchTokens(keys, criteriaFeatures({ names: [{ script: 'RUSSIAN', ...alias }] })));

  test('is found by each of them, with a given name and without', () => {
    expect(aliases.filter((alias) => !isFound(alias))).toEqual([]);
    expect(aliases.filter(({ surname }) => !isFound({ surname }))).toEqual([]);
  });

  test('has no more tokens than a dossier keeps, and is not found by another name', () => {
    expect(tokens.length).toBeLessThan(mostTokens.indexed);
    expect(isFound({ surname: 'Щукин' })).toBe(false);
  });
});

describe('features as tokens', () => {
  const others = [inRussian, stranger, ofDossier({ ...person, sex: recorded({ sex: 'FEMALE' }) })];

  test('have the score that they have in clear', () => {
    for (const other of [features, ...others]) {
      const inClear = score(features, other);
      const asTokens = score(tokenised(current, features), tokenised(current, other, { isOwn: true }));
      expect(asTokens).toEqual({ ...inClear, total: expect.closeTo(inClear.total, 8) });
    }
  });

  test('have no text but what kind of document or thing it is', () => {
    const texts = JSON.stringify(tokenised(current, features)).match(/:"[^"]*"/g);
    expect(new Set(texts)).toEqual(
      new Set([
        ':"BY PERSONAL_NUMBER"',
        ...['PHONE', 'EMAIL', 'MESSENGER', 'ACCOUNT', 'CARD', 'WALLET', 'IMEI'].map((kind) => `:"${kind}"`),
      ]),
    );
  });

  test('have the weight of a surname that many bear where they are a record’s own, and never where they travel', () => {
    expect(JSON.stringify(tokenised(current, features, { isOwn: true }))).toContain('bits');
    expect(JSON.stringify(tokenised(current, features))).not.toContain('bits');
  });

  test('do not agree under two keys', () => {
    expect(score(tokenised(current, features), tokenised(older, features)).band).toBeUndefined();
  });

  test('are of what they stand for: a surname is no given name, a card no account', () => {
    const part = { keys: ['X'], slips: ['X'], isKnown: false };
    const { names, passports, birthPlace, shared } = tokenised(current, {
      ...noFeatures(),
      names: [{ surname: part, givenName: part, patronymic: part }],
      passports: ['X'],
      birthPlace: ['X'],
      shared: [
        { kind: 'CARD', value: 'X' },
        { kind: 'ACCOUNT', value: 'X' },
      ],
    });
    const parts = names.flatMap((name) => [name.surname, name.givenName, name.patronymic]);
    const tokens = [
      ...parts.flatMap((found) => [...(found?.keys ?? []), ...(found?.slips ?? [])]),
      ...passports,
      ...birthPlace,
      ...shared.map(({ value }) => value),
    ];
    expect(new Set(tokens).size).toBe(10);
  });

  test('do not tell in which order they were recorded', () => {
    const reversed = {
      ...features,
      names: features.names.toReversed(),
      shared: features.shared.toReversed(),
    };
    expect(tokenised(current, reversed)).toEqual(tokenised(current, features));
  });
});

describe('tokens that travel', () => {
  const text = travellingTokens(keys, features);

  test('arrive as they were sent, under each key of the sender', () => {
    expect(readTravellingTokens(text)).toEqual({
      [keyInForm(current)]: {
        features: tokenised(current, features),
        tokens: candidateTokens([current], features),
      },
      [keyInForm(older)]: {
        features: tokenised(older, features),
        tokens: candidateTokens([older], features),
      },
    });
  });

  test('are of a form by name, so that those of another form are as under another key', () => {
    expect(keyInForm(current)).toBe('new~2');
  });

  type Sent = { features: Record<string, unknown>; tokens: unknown[] };
  test.each<[string, (sent: Sent) => void]>([
    ['a text', (sent) => sent.tokens.push('Салаўёў')],
    ['a fraction', (sent) => sent.tokens.push(0.5)],
    ['a number that JSON does not keep', (sent) => sent.tokens.push(2 ** 53)],
    ['too many', (sent) => (sent.tokens = new Array(mostTokens.travelling + 1).fill(1))],
    ['what is none of the features', (sent) => (sent.features.weight = 1)],
    ['a feature less', (sent) => delete sent.features.names],
  ])('are refused with %s', (_what, change) => {
    const sent = JSON.parse(text) as Record<string, Sent>;
    change(sent[keyInForm(current)] as Sent);
    expect(() => readTravellingTokens(JSON.stringify(sent))).toThrow();
  });

  test.each(['', 'null', '[]', '{"new":1}'])('are refused when they are none: %s', (malformed) => {
    expect(() => readTravellingTokens(malformed)).toThrow();
  });
});

describe('a set of match keys', () => {
  test('has the first for the current one', () => {
    const { current: first, all } = readMatchKeys(keySetOf('2026-11', '2026-05'));
    expect(first.id).toBe('2026-11');
    expect(all.map(({ id }) => id)).toEqual(['2026-11', '2026-05']);
  });

  const key = { kty: 'oct', kid: 'a', k: Buffer.alloc(32, 1).toString('base64url') };
  test.each([
    ['no key', []],
    ['a key that is too short', [{ ...key, k: Buffer.alloc(31, 1).toString('base64url') }]],
    ['a key without an id', [{ ...key, kid: undefined }]],
    ['two keys of one id', [key, { ...key, k: Buffer.alloc(32, 2).toString('base64url') }]],
    ['a key of another type', [{ ...key, kty: 'OKP' }]],
    ['a key that is no base64url', [{ ...key, k: '+'.repeat(44) }]],
  ])('is refused with %s', (_what, given) => {
    expect(() => readMatchKeys(JSON.stringify({ keys: given }))).toThrow();
  });
});
