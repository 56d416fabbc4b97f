import { z } from 'zod';
import { readSettings } from '../../../server/settings.ts';
import { nodeKeyVariable, nodeNamingIn } from '../../../subgraphs/agency/matching/node-key-settings.ts';
import type { NodeNaming } from '../../../subgraphs/agency/records/formats/text/node-id.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { dataDirectoryIn } from './data-directory-in.ts';
import { developmentNodeKey } from './keys.ts';
import { matchKeysOfStack } from './match-key-set-of-stack.ts';

/** The value of `<AGENCY>_NODE_KEY` in a development stack: the setting, or the key that lies with the stack's data. */
export function nodeKeyOfStack(own: Agency, environment: NodeJS.ProcessEnv): string {
  const variable = nodeKeyVariable(own);
  const settings = readSettings({ [variable]: z.string().optional() }, environment);
  return settings[variable] ?? developmentNodeKey(dataDirectoryIn(environment), own);
}

/**
 * The names that it gives.
 * @throws SettingsError when what is set is no usable key
 */
export const nodeNamingOfStack = (own: Agency, environment: NodeJS.ProcessEnv): NodeNaming =>
  nodeNamingIn({ [nodeKeyVariable(own)]: nodeKeyOfStack(own, environment) }, own, {
    allowDevelopmentKeys: true,
    matchKeys: matchKeysOfStack(environment),
  });
