import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergedKeys, peerKeysIn } from '../../../../../subgraphs/agency/channel/wire/peer-keys.ts';
import { keysOf } from '../../../../support/channel-keys.ts';
import { ed25519 } from '../../../../support/key-pairs.ts';

const one = ed25519('one');
const two = ed25519('two');

describe('the keys of the other agencies', () => {
  const russia = keysOf('RUSSIA', one, two);

  test('are told apart by their ids', () => {
    const merged = mergedKeys(new Map([['RUSSIA_CHANNEL_JWKS', russia]]), 'own');
    expect([...merged.keys()]).toEqual(['one', 'two']);
  });

  test('of two agencies under one id are refused, and the variable is named', () => {
    const sets = new Map([
      ['RUSSIA_CHANNEL_JWKS', russia],
      ['BELARUS_CHANNEL_JWKS', keysOf('BELARUS', ed25519('two'))],
    ]);
    expect(() => mergedKeys(sets, 'own')).toThrow('BELARUS_CHANNEL_JWKS: two is the id of another');
  });

  test('under the id of the own key are refused', () => {
    const sets = new Map([['RUSSIA_CHANNEL_JWKS', russia]]);
    expect(() => mergedKeys(sets, 'one')).toThrow('RUSSIA_CHANNEL_JWKS: one is the id of this agency');
  });
});

describe('a file of keys', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'concord-keys-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  const read = (...pairs: (typeof one)[]) => {
    const file = join(directory, 'jwks');
    const keys = pairs.map(({ publicJwk }) => publicJwk);
    writeFileSync(file, JSON.stringify({ keys }));
    return peerKeysIn('X', pathToFileURL(file), 'RUSSIA', { allowDevelopmentKeys: false });
  };

  test('has the current one and the next', () => {
    expect([...read(one, two).keys()]).toEqual(['one', 'two']);
  });

  test('with two of one id is refused', () => {
    expect(() => read(one, ed25519('one'))).toThrow('X: two keys have one id');
  });

  test('with an id that leaves a message no room is refused', () => {
    expect(() => read(ed25519('k'.repeat(201)))).toThrow('X: must be a file');
    expect(read(ed25519('k'.repeat(200))).size).toBe(1);
  });
});
