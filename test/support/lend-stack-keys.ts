import { lendDevelopmentStack } from '../../commands/settings/development-stack.ts';
import { developmentChannelKeys } from '../../workshop/scripts/development/development-channel-keys.ts';
import { matchKeySetOfStack } from '../../workshop/scripts/development/match-key-set-of-stack.ts';
import { nodeKeyOfStack } from '../../workshop/scripts/development/node-key-of-stack.ts';
import { atEndOfFile } from './end-of-file.ts';

/** Lends commands the keys of the stack in DATA_DIR, as a developer's checkout does; for this test file; its databases are left out. */
export const lendStackKeys = (): void => {
  atEndOfFile(() => lendDevelopmentStack(undefined));
  lendDevelopmentStack({
    withDatabase: () => Promise.reject(new Error('no databases here')),
    matchKeySet: matchKeySetOfStack,
    nodeKey: nodeKeyOfStack,
    channelKeys: developmentChannelKeys,
  });
};
