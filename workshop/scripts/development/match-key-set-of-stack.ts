import { z } from 'zod';
import { readSettings } from '../../../server/settings.ts';
import { matchKeysIn } from '../../../subgraphs/agency/matching/match-key-settings.ts';
import type { MatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import { dataDirectoryIn } from './data-directory-in.ts';
import { developmentMatchKeys } from './keys.ts';

/** The value of `MATCH_KEYS` in a development stack: the setting, or the set that lies with the stack's data. */
export function matchKeySetOfStack(environment: NodeJS.ProcessEnv): string {
  const { MATCH_KEYS } = readSettings({ MATCH_KEYS: z.string().optional() }, environment);
  return MATCH_KEYS ?? developmentMatchKeys(dataDirectoryIn(environment));
}

/**
 * The same, read.
 * @throws SettingsError when what is set is no usable set
 */
export const matchKeysOfStack = (environment: NodeJS.ProcessEnv): MatchKeys =>
  matchKeysIn({ MATCH_KEYS: matchKeySetOfStack(environment) }, { allowDevelopmentKeys: true });
