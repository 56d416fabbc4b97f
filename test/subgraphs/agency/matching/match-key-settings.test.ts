import { readSettings } from '../../../../server/settings.ts';
import { matchKeySettings, matchKeysIn } from '../../../../subgraphs/agency/matching/match-key-settings.ts';
import { keySetOf } from '../../../support/match-keys.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const read = (environment: NodeJS.ProcessEnv, allowDevelopmentKeys = false) =>
  matchKeysIn(readSettings(matchKeySettings, environment), { allowDevelopmentKeys }).all.map(({ id }) => id);

function refusal(environment: NodeJS.ProcessEnv): string {
  try {
    return `taken: ${read(environment).join()}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('MATCH_KEYS', () => {
  test('is the set itself, the current key first', () => {
    expect(read({ MATCH_KEYS: keySetOf('new', 'old') })).toEqual(['new', 'old']);
  });

  test('can be a file', () => {
    directory.write('match-keys', keySetOf('new'));
    expect(read({ MATCH_KEYS_FILE: directory.path('match-keys') })).toEqual(['new']);
  });

  test('is required', () => {
    expect(() => read({})).toThrow('MATCH_KEYS: is required');
  });

  const key = { kty: 'oct', kid: 'a', k: Buffer.alloc(32, 1).toString('base64url') };
  const short = { ...key, k: Buffer.alloc(16, 7).toString('base64url') };
  test.each([
    ['no set', 'secret'],
    ['empty', '{"keys":[]}'],
    ['too short', JSON.stringify({ keys: [short] })],
    ['two keys of one kid', JSON.stringify({ keys: [key, key] })],
  ])('is named, and not repeated, when it is %s', (_what, text) => {
    const message = refusal({ MATCH_KEYS: text });
    expect(message).toMatch(/^MATCH_KEYS: must be a JSON Web Key Set/);
    for (const part of [text, key.k, short.k]) expect(message).not.toContain(part);
  });

  test('has no development key in production, not even an old one, and may have in development', () => {
    const MATCH_KEYS = keySetOf('new', 'development-1');
    expect(() => read({ MATCH_KEYS })).toThrow('MATCH_KEYS: a development key is not accepted in production');
    expect(read({ MATCH_KEYS }, true)).toEqual(['new', 'development-1']);
  });
});
