import { channelSettings } from '../../../../subgraphs/agency/channel/channel-settings.ts';

test.each(['development', 'production'] as const)(
  'in %s a channel is set by keys and addresses alone: nothing has it stop, or take a message twice',
  (mode) => {
    expect(Object.keys(channelSettings('BELARUS', mode))).toEqual([
      'BELARUS_CHANNEL_KEY',
      'RUSSIA_CHANNEL_JWKS',
      'RUSSIA_CHANNEL_URL',
    ]);
  },
);
