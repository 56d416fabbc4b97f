import { valuesToCompare } from '../../../../subgraphs/agency/api/search/values-to-compare.ts';
import { areTooMany, comparedValues } from '../../../../subgraphs/agency/matching/compared-values.ts';
import { dossierFeatures } from '../../../../subgraphs/agency/matching/dossier-features.ts';
import type { Features } from '../../../../subgraphs/agency/matching/features.ts';
import { type Token, tokenised } from '../../../../subgraphs/agency/matching/tokens.ts';
import { identityFeatures } from '../../../../workshop/bench/eval-matching/identity-features.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { testKeys } from '../../../support/match-keys.ts';

const key = testKeys.current;
const of = (surname: string, birth?: string): Features<Token> =>
  tokenised(key, identityFeatures({ script: 'RUSSIAN', surname, givenName: 'Аркадий', birth }));

describe('the values that are compared', () => {
  test('are each a question, a name once in whichever order', () => {
    expect(comparedValues(key, of('Кулешов', '1983-04-17')).map(({ questions }) => questions)).toEqual([
      1, 1,
    ]);
  });

  test('are told from others by tokens that compare with no record', () => {
    const features = of('Кулешов', '1983-04-17');
    const sent = JSON.stringify(features);
    const values = comparedValues(key, features).map(({ token }) => token);
    expect(values.filter((token) => sent.includes(String(token)))).toEqual([]);
    expect(comparedValues(key, of('Кулешов', '1983-04-17')).map(({ token }) => token)).toEqual(values);
    expect(comparedValues(key, of('Никитенко', '1983-04-17')).map(({ token }) => token)[0]).not.toBe(
      values[0],
    );
  });

  test('count by their tokens, so that many names are no one name', () => {
    const many = Array.from({ length: 600 }, (_, token) => token);
    const [name] = comparedValues(key, {
      ...of('Кулешов'),
      names: [{ surname: { keys: many, slips: [], isKnown: false } }],
    });
    expect(name?.questions).toBe(5);
  });

  test('are five of a kind at most', () => {
    const five = of('Кулешов');
    const names = Array.from({ length: 5 }, () => five.names).flat();
    expect(areTooMany({ ...five, names })).toBe(false);
    expect(areTooMany({ ...five, names: [...names, ...five.names] })).toBe(true);
    expect(areTooMany({ ...five, births: Array.from({ length: 6 }, (_, year) => ({ year })) })).toBe(true);
  });
});

test('of a dossier with more the newest travel, and its legal names', () => {
  const dossier = dossierOf('BY-A000000001');
  const [like] = dossier.names;
  if (!like) throw new Error('no name');
  const aliases = ['Абрамчук', 'Дзюбенко', 'Жилинский', 'Кречетов', 'Мухина', 'Пыжиков'].map((surname) => ({
    ...like,
    kind: 'ALIAS' as const,
    surname,
  }));
  const legal = { ...like, kind: 'LEGAL' as const, surname: 'Кулешов' };
  const { names = [] } = valuesToCompare({ ...dossier, names: [legal, ...aliases] });
  expect(names.map(({ surname }) => surname)).toEqual([
    'Кулешов',
    'Жилинский',
    'Кречетов',
    'Мухина',
    'Пыжиков',
  ]);
  expect(
    areTooMany(
      tokenised(
        key,
        dossierFeatures({ ...dossier, names }, () => true),
      ),
    ),
  ).toBe(false);
});
