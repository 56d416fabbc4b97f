import { readSettings } from '../../../../server/settings.ts';
import { cursorKeySetting } from '../../../../subgraphs/crossborder/search/cursor-key-setting.ts';

const read = (mode: 'production' | 'development', key?: string) =>
  readSettings({ KEY: cursorKeySetting(mode) }, { KEY: key }).KEY;

describe('the key of crossborder’s cursors', () => {
  const key = Buffer.alloc(32, 7);

  test('is given as base64url', () => {
    expect(read('production', key.toString('base64url'))).toEqual(key);
    expect(read('development', key.toString('base64url'))).toEqual(key);
  });

  test('must be given in production, and is made up in development', () => {
    expect(() => read('production')).toThrow(/^KEY: is required: 32 random bytes/);
    expect(read('development')).toHaveLength(32);
    expect(read('development')).not.toEqual(read('development'));
  });

  test.each(['short', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}+`])('is not %s', (text) => {
    expect(() => read('development', text)).toThrow(/^KEY: is required/);
  });
});
