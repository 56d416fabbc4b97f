import { readSettings, SettingsError } from '../../../../server/settings.ts';
import { nodeKeySettings, nodeNamingIn } from '../../../../subgraphs/agency/matching/node-key-settings.ts';
import { keySetOf, keysOf } from '../../../support/match-keys.ts';

const keyOf = (kid: string): string => JSON.stringify(JSON.parse(keySetOf(kid)).keys[0]);
const matchKeys = keysOf('shared');
const read = (BELARUS_NODE_KEY: string | undefined, allowDevelopmentKeys = false) =>
  nodeNamingIn(
    readSettings(nodeKeySettings('BELARUS'), { ...(BELARUS_NODE_KEY && { BELARUS_NODE_KEY }) }),
    'BELARUS',
    { allowDevelopmentKeys, matchKeys },
  );

describe('the key of an agency’s names', () => {
  test('is read, and another one gives other names', () => {
    expect(read(keyOf('one')).idOf('PHONE', '1')).toBe(read(keyOf('one')).idOf('PHONE', '1'));
    expect(read(keyOf('one')).idOf('PHONE', '1')).not.toBe(read(keyOf('two')).idOf('PHONE', '1'));
  });

  test('of development is taken there, and refused in production', () => {
    expect(read(keyOf('development-1'), true).key).toMatch(/^[0-9a-f]{16}$/);
    expect(() => read(keyOf('development-1'))).toThrow(
      new SettingsError('BELARUS_NODE_KEY: a development key is not accepted in production'),
    );
  });

  test('is none that the other agency has too', () => {
    expect(() => read(keyOf('shared'))).toThrow(/^BELARUS_NODE_KEY: is a match key/);
  });

  test.each([
    ['nothing', undefined],
    ['no JSON', 'secret-words'],
    ['a set', keySetOf('one')],
    ['a short key', JSON.stringify({ kty: 'oct', kid: 'short', k: 'c2VjcmV0LXdvcmRz' })],
    ['a key without an id', JSON.stringify({ kty: 'oct', k: 'A'.repeat(43) })],
  ])('is refused where it is %s, and not repeated', (_what, text) => {
    expect(() => read(text)).toThrow(/^BELARUS_NODE_KEY: /);
    expect(() => read(text)).not.toThrow(/secret-words|c2Vjcm/);
  });
});
