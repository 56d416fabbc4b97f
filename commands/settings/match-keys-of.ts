import { type Mode, readSettings } from '../../server/settings.ts';
import { matchKeySettings, matchKeysIn } from '../../subgraphs/agency/matching/match-key-settings.ts';
import type { MatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import { developmentStack } from './development-stack.ts';

/**
 * The keys under which a command writes dossiers, which must be those of the subgraph.
 * @throws SettingsError when there are none
 */
export function matchKeysOf(mode: Mode, environment: NodeJS.ProcessEnv): MatchKeys {
  const allowDevelopmentKeys = mode === 'development';
  const stack = allowDevelopmentKeys ? developmentStack() : undefined;
  const settings = stack
    ? { MATCH_KEYS: stack.matchKeySet(environment) }
    : readSettings(matchKeySettings, environment);
  return matchKeysIn(settings, { allowDevelopmentKeys });
}
