import { matchKeysOf } from '../../../commands/settings/match-keys-of.ts';
import { modeOf } from '../../../commands/settings/mode-of.ts';
import { lendStackKeys } from '../../support/lend-stack-keys.ts';
import { keySetOf } from '../../support/match-keys.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const DATA_DIR = directory.path('data');
const idsFor = (...given: Parameters<typeof matchKeysOf>) => matchKeysOf(...given).all.map(({ id }) => id);

describe('the match keys of a command', () => {
  test('are none where no stack is lent and none are set, in development too', () => {
    for (const mode of ['development', 'production'] as const)
      expect(() => idsFor(mode, { DATA_DIR })).toThrow('MATCH_KEYS: is required');
  });

  describe('with a stack', () => {
    beforeAll(lendStackKeys);

    test('are in development those that lie with the data, made on first use and then kept', () => {
      const [first] = idsFor('development', { DATA_DIR });
      expect(first).toMatch(/^development-/);
      expect(idsFor('development', { DATA_DIR })).toEqual([first]);
      expect(idsFor('development', { DATA_DIR: directory.path('other') })).not.toEqual([first]);
    });

    test.each(['development', 'production'] as const)('are in %s those that are set', (mode) => {
      expect(idsFor(mode, { DATA_DIR, MATCH_KEYS: keySetOf('new', 'old') })).toEqual(['new', 'old']);
    });

    test('are in production none that lie with data', () => {
      expect(() => idsFor('production', { DATA_DIR })).toThrow('MATCH_KEYS: is required');
    });
  });
});

describe('the mode of a command', () => {
  const named = { BELARUS_MONGODB_URI: 'mongodb://records/belarus' };
  test.each([
    ['development', 'for a database of the stack', {}],
    ['development', 'where it is said', { ...named, CONCORD_MODE: 'development' }],
    ['production', 'for a database that is named', named],
    ['production', 'for one that is named by a file', { BELARUS_MONGODB_URI_FILE: '/run/uri' }],
    ['production', 'where it is said', { CONCORD_MODE: 'production' }],
    ['production', 'where something else is said', { CONCORD_MODE: 'test' }],
  ])('is %s %s', (mode, _where, environment) => {
    expect(modeOf('BELARUS', environment)).toBe(mode);
  });
});
