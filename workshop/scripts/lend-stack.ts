/**
 * Loaded before a command (`node --import`) in a developer's checkout: the command then works on the stack in DATA_DIR where its
 * settings name no database and no keys. An image for production has neither this file nor what it lends.
 */
import { lendDevelopmentStack } from '../../commands/settings/development-stack.ts';
import { developmentChannelKeys } from './development/development-channel-keys.ts';
import { matchKeySetOfStack } from './development/match-key-set-of-stack.ts';
import { nodeKeyOfStack } from './development/node-key-of-stack.ts';
import { withDatabases } from './development/with-databases.ts';

lendDevelopmentStack({
  withDatabase: (agency, options, work) => withDatabases([agency], options, (uris) => work(uris[agency])),
  matchKeySet: matchKeySetOfStack,
  nodeKey: nodeKeyOfStack,
  channelKeys: developmentChannelKeys,
});
