import { channelSettingsOf } from '../../../commands/settings/channel-settings-of.ts';
import { evidenceSettings } from '../../../subgraphs/agency/channel/evidence-keys.ts';
import { developmentKeys } from '../../../workshop/scripts/development/keys.ts';
import { lendStackKeys } from '../../support/lend-stack-keys.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const DATA_DIR = temporaryDirectory().path('data');
const settingsIn = (mode: 'development' | 'production', environment: NodeJS.ProcessEnv) =>
  channelSettingsOf(evidenceSettings('BELARUS'), 'BELARUS', mode, environment);

describe('the channel’s settings for a command', () => {
  beforeAll(() => {
    developmentKeys(DATA_DIR);
  });

  test('are refused where no stack is lent and none are set', () => {
    expect(() => settingsIn('development', { DATA_DIR })).toThrow('BELARUS_CHANNEL_KEY: is required');
  });

  describe('with a stack', () => {
    beforeAll(lendStackKeys);

    test('are in development the keys that lie with its data', () => {
      const { BELARUS_CHANNEL_KEY, RUSSIA_CHANNEL_JWKS } = settingsIn('development', { DATA_DIR });
      expect(BELARUS_CHANNEL_KEY).toContain('development-');
      expect((RUSSIA_CHANNEL_JWKS as URL).pathname).toContain(DATA_DIR);
    });

    test('are in development those that are set', () => {
      const environment = { DATA_DIR, BELARUS_CHANNEL_KEY: 'set' };
      expect(settingsIn('development', environment).BELARUS_CHANNEL_KEY).toBe('set');
    });

    test('are in production none that lie with data', () => {
      expect(() => settingsIn('production', { DATA_DIR })).toThrow('BELARUS_CHANNEL_KEY: is required');
    });
  });
});
