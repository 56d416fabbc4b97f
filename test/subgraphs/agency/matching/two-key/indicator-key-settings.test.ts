import { pathToFileURL } from 'node:url';
import {
  type IndicatorJwk,
  indicatorKeySet,
  indicatorPublicSet,
  newIndicatorKey,
} from '../../../../../commands/keys/indicator-key-set.ts';
import { readSettings } from '../../../../../server/settings.ts';
import {
  indicatorKeySettings,
  indicatorKeysIn,
  measureKeysIn,
} from '../../../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import { keyOfEpoch } from '../../../../../subgraphs/agency/matching/two-key/indicator-keys.ts';
import { temporaryDirectory } from '../../../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const [present, next, theirs] = [newIndicatorKey('2026'), newIndicatorKey('2027'), newIndicatorKey('2026')];
const theirSet = directory.write('theirs', indicatorPublicSet({ keys: [theirs] })).href;
const right = {
  BELARUS_INDICATOR_KEYS: indicatorKeySet({ keys: [present] }),
  RUSSIA_INDICATOR_JWKS: theirSet,
};

const read = (environment: NodeJS.ProcessEnv, allowDevelopmentKeys = false) =>
  indicatorKeysIn(readSettings(indicatorKeySettings('BELARUS'), environment), 'BELARUS', {
    allowDevelopmentKeys,
  });

function refusal(changed: NodeJS.ProcessEnv): string {
  try {
    return `taken: ${read({ ...right, ...changed }).own.current.kid}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the keys of two-key tokens', () => {
  test('are the agency’s own and the other’s public one, each 32 bytes', () => {
    const { own, others } = read(right);
    expect([own.current.kid, own.current.epoch, own.next]).toEqual([present.kid, '2026', undefined]);
    expect(own.current.secretKey).toHaveLength(32);
    expect(others.get('RUSSIA')?.current).toMatchObject({ kid: theirs.kid, epoch: '2026' });
    expect(others.get('RUSSIA')?.current).not.toHaveProperty('secretKey');
  });

  test('are two of each while the epoch changes, found by the epoch', () => {
    const { own } = read({ ...right, BELARUS_INDICATOR_KEYS: indicatorKeySet({ keys: [present, next] }) });
    expect([keyOfEpoch(own, '2026')?.kid, keyOfEpoch(own, '2027')?.kid]).toEqual([present.kid, next.kid]);
    expect([keyOfEpoch(own, '2025'), keyOfEpoch(own, '2028')]).toEqual([undefined, undefined]);
  });

  test('can be a file', () => {
    directory.write('own', right.BELARUS_INDICATOR_KEYS);
    const { BELARUS_INDICATOR_KEYS: _, ...others } = right;
    const { own } = read({ ...others, BELARUS_INDICATOR_KEYS_FILE: directory.path('own') });
    expect(own.current.kid).toBe(present.kid);
  });

  test('are required', () => {
    expect(() => read({})).toThrow(/BELARUS_INDICATOR_KEYS: is required.*RUSSIA_INDICATOR_JWKS: is required/);
  });

  const changedKey = (changed: object) => JSON.stringify({ keys: [{ ...present, ...changed }] });
  const zero = Buffer.alloc(32).toString('base64url');
  test.each([
    ['no set', 'secret'],
    ['empty', '{"keys":[]}'],
    ['three keys', indicatorKeySet({ keys: [present, next, newIndicatorKey('2028')] })],
    ['two of one epoch', indicatorKeySet({ keys: [present, newIndicatorKey('2026')] })],
    ['one key twice', indicatorKeySet({ keys: [present, { ...present, epoch: '2027', kid: 'b' }] })],
    ['of another curve', changedKey({ crv: 'Ed25519' })],
    ['of an epoch that is no year', changedKey({ epoch: 'spring' })],
    ['a secret of zero', changedKey({ d: zero })],
    ['a secret that is not reduced', changedKey({ d: Buffer.alloc(32, 0xff).toString('base64url') })],
    ['a secret of 31 bytes', changedKey({ d: Buffer.alloc(31, 1).toString('base64url') })],
    ['a public half of another secret', changedKey({ x: theirs.x })],
    ['without a secret', indicatorPublicSet({ keys: [present] })],
  ])('are named, and not repeated, when the own set is %s', (_what, text) => {
    const message = refusal({ BELARUS_INDICATOR_KEYS: text });
    expect(message).toMatch(/^BELARUS_INDICATOR_KEYS: must be a JSON Web Key Set of one key/);
    for (const part of [text, present.d, present.x]) expect(message).not.toContain(part);
  });

  const theirsAs = (name: string, keys: object[]) => directory.write(name, JSON.stringify({ keys })).href;
  test.each([
    ['absent', pathToFileURL(directory.path('none')).href],
    ['a set with a secret in it', theirsAs('with-secret', [theirs])],
    [
      'a key off the group',
      theirsAs('off', [{ ...theirs, d: undefined, x: Buffer.alloc(32, 0xff).toString('base64url') }]),
    ],
    ['the identity', theirsAs('identity', [{ ...theirs, d: undefined, x: zero }])],
  ])('are named when the other’s set is %s', (_what, url) => {
    expect(refusal({ RUSSIA_INDICATOR_JWKS: url })).toBe(
      'RUSSIA_INDICATOR_JWKS: must be a file with the public set that npm run indicator-key makes',
    );
  });

  test('are refused when the other’s key is the own one: each agency makes its own', () => {
    const url = directory.write('same', indicatorPublicSet({ keys: [present] })).href;
    expect(refusal({ RUSSIA_INDICATOR_JWKS: url })).toMatch(
      /^RUSSIA_INDICATOR_JWKS: is this agency's own key/,
    );
  });

  test('are none of development in production, on either side, and may be in development', () => {
    const development = newIndicatorKey('2026', 'development-');
    const own = {
      BELARUS_INDICATOR_KEYS: indicatorKeySet({
        keys: [present, { ...development, epoch: '2027' } as IndicatorJwk],
      }),
    };
    const others = {
      RUSSIA_INDICATOR_JWKS: directory.write('development', indicatorPublicSet({ keys: [development] })).href,
    };
    const told = 'a development key is not accepted in production';
    expect(refusal(own)).toBe(`BELARUS_INDICATOR_KEYS: ${told}`);
    expect(refusal(others)).toBe(`RUSSIA_INDICATOR_JWKS: ${told}`);
    expect(read({ ...right, ...own }, true).own.next?.kid).toBe(development.kid);
  });
});

describe('the keys of measures', () => {
  const [ofMeasures, theirMeasures] = [newIndicatorKey('2026'), newIndicatorKey('2026')];
  const own = indicatorKeySet({ keys: [present], measures: [ofMeasures] });
  const setOf = (name: string, measures: IndicatorJwk[]) =>
    directory.write(name, indicatorPublicSet({ keys: [theirs], measures })).href;
  const both = { BELARUS_INDICATOR_KEYS: own, RUSSIA_INDICATOR_JWKS: setOf('both', [theirMeasures]) };
  const readMeasures = (environment: NodeJS.ProcessEnv, allowDevelopmentKeys = false) => {
    const settings = readSettings(indicatorKeySettings('BELARUS'), environment);
    const indicators = indicatorKeysIn(settings, 'BELARUS', { allowDevelopmentKeys: true });
    return measureKeysIn(settings, 'BELARUS', indicators, { allowDevelopmentKeys });
  };

  test('stand beside those of identifiers, with epochs of their own', () => {
    const keys = readMeasures(both);
    expect([keys?.own.current.kid, keys?.own.current.epoch]).toEqual([ofMeasures.kid, '2026']);
    expect(keys?.others.get('RUSSIA')?.current.kid).toBe(theirMeasures.kid);
    expect(read(both).own.current.kid).toBe(present.kid);
  });

  test('are none in a set of before, and of an agency that has none nothing is compared', () => {
    expect(readMeasures(right)).toBeUndefined();
    const keys = readMeasures({ ...both, RUSSIA_INDICATOR_JWKS: theirSet });
    expect([...(keys?.others.keys() ?? ['none'])]).toEqual([]);
  });

  test('are refused where one is a key of identifiers too, on either side', () => {
    const told = 'a key of measures is one of identifiers too; each use has its own';
    expect(() =>
      readMeasures({
        ...both,
        BELARUS_INDICATOR_KEYS: indicatorKeySet({ keys: [present], measures: [present] }),
      }),
    ).toThrow(`BELARUS_INDICATOR_KEYS: ${told}`);
    expect(() => readMeasures({ ...both, RUSSIA_INDICATOR_JWKS: setOf('shared', [theirs]) })).toThrow(
      `RUSSIA_INDICATOR_JWKS: ${told}`,
    );
  });

  test('are refused where the other’s is the own one, or one of development in production', () => {
    expect(() => readMeasures({ ...both, RUSSIA_INDICATOR_JWKS: setOf('own-one', [ofMeasures]) })).toThrow(
      "RUSSIA_INDICATOR_JWKS: is this agency's own key",
    );
    const development = newIndicatorKey('2026', 'development-');
    const url = setOf('of-development', [development]);
    expect(() => readMeasures({ ...both, RUSSIA_INDICATOR_JWKS: url })).toThrow(
      'RUSSIA_INDICATOR_JWKS: a development key is not accepted in production',
    );
    expect(readMeasures({ ...both, RUSSIA_INDICATOR_JWKS: url }, true)?.others.size).toBe(1);
  });

  test('are named, and not repeated, where they are no keys', () => {
    const broken = JSON.stringify({ keys: [present], measures: [] });
    expect(() => readMeasures({ ...both, BELARUS_INDICATOR_KEYS: broken })).toThrow(
      /^BELARUS_INDICATOR_KEYS: must be a JSON Web Key Set/,
    );
  });
});
