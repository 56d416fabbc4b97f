import type { ZodType } from 'zod';
import { gatewayKeySettings } from '../../identity/gateway-key-settings.ts';
import { metricsHost, metricsPort } from '../../server/serve-metrics.ts';
import { type Mode, port } from '../../server/settings.ts';
import type { Agency } from '../../terms/agencies.ts';
import { channelSettings } from './channel/channel-settings.ts';
import { retiredKeySettings } from './channel/evidence-keys.ts';
import { matchKeySettings } from './matching/match-key-settings.ts';
import { nodeKeySettings } from './matching/node-key-settings.ts';
import { comparingPaceSettings } from './matching/two-key/comparing-pace-settings.ts';
import { indicatorKeySettings } from './matching/two-key/indicator-key-settings.ts';
import { measurePaceSettings } from './matching/two-key/measure-pace-settings.ts';
import { budgetSettings } from './records/budgets/budget-settings.ts';
import {
  databaseSetting,
  databaseVariable,
  jobsDatabaseVariable,
} from './storage/database/database-setting.ts';

/** Names of the settings that each agency's subgraph has under its own name. */
export const subgraphVariables = (agency: Agency) => ({
  port: `${agency}_PORT`,
  metricsPort: `${agency}_METRICS_PORT`,
  uri: databaseVariable(agency),
  jobsUri: jobsDatabaseVariable(agency),
});

/** The settings of an agency's subgraph, but for those of every process and of the officers that it knows. */
export function subgraphSettings(agency: Agency, mode: Mode, defaultPort: number): Record<string, ZodType> {
  const variables = subgraphVariables(agency);
  return {
    [variables.port]: port(defaultPort),
    METRICS_HOST: metricsHost,
    [variables.metricsPort]: metricsPort,
    [variables.uri]: databaseSetting,
    [variables.jobsUri]: databaseSetting.optional(),
    ...gatewayKeySettings,
    ...matchKeySettings,
    ...nodeKeySettings(agency),
    ...indicatorKeySettings(agency),
    ...comparingPaceSettings(agency),
    ...measurePaceSettings(agency),
    ...channelSettings(agency, mode),
    ...retiredKeySettings(agency),
    ...budgetSettings(agency),
  };
}
