import { type Mode, readSettings } from '../../server/settings.ts';
import {
  nodeKeySettings,
  nodeKeyVariable,
  nodeNamingIn,
} from '../../subgraphs/agency/matching/node-key-settings.ts';
import type { NodeNaming } from '../../subgraphs/agency/records/formats/text/node-id.ts';
import type { Agency } from '../../terms/agencies.ts';
import { developmentStack } from './development-stack.ts';
import { matchKeysOf } from './match-keys-of.ts';

/**
 * The names that a command gives to what an agency's dossiers share, which must be those of its subgraph.
 * @throws SettingsError when there is no key
 */
export function nodeNamingOf(own: Agency, mode: Mode, environment: NodeJS.ProcessEnv): NodeNaming {
  const allowDevelopmentKeys = mode === 'development';
  const stack = allowDevelopmentKeys ? developmentStack() : undefined;
  const settings = stack
    ? { [nodeKeyVariable(own)]: stack.nodeKey(own, environment) }
    : readSettings(nodeKeySettings(own), environment);
  return nodeNamingIn(settings, own, { allowDevelopmentKeys, matchKeys: matchKeysOf(mode, environment) });
}
