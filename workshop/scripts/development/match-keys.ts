import { z } from 'zod';
import { type Mode, readSettings } from '../../../server/settings.ts';
import { matchKeySettings, matchKeysIn } from '../../../subgraphs/agency/matching/match-key-settings.ts';
import type { MatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import { developmentMatchKeys } from './keys.ts';
import { dataDirectoryIn } from './settings.ts';

/** What a development stack has for `MATCH_KEYS`: what is set, or the set that lies with its data. */
export function developmentMatchKeySetting(environment: NodeJS.ProcessEnv): string {
  const { MATCH_KEYS } = readSettings({ MATCH_KEYS: z.string().optional() }, environment);
  return MATCH_KEYS ?? developmentMatchKeys(dataDirectoryIn(environment));
}

/**
 * The keys that a command writes dossiers under, which must be those of the subgraph.
 * @throws SettingsError when there are none
 */
export function matchKeysFor(mode: Mode, environment: NodeJS.ProcessEnv): MatchKeys {
  if (mode === 'production') {
    return matchKeysIn(readSettings(matchKeySettings, environment), { allowDevelopmentKeys: false });
  }
  return matchKeysIn({ MATCH_KEYS: developmentMatchKeySetting(environment) }, { allowDevelopmentKeys: true });
}
