import type { Registry } from 'prom-client';
import { derivedKey } from '../../identity/derived-key.ts';
import { type Logger, loggableError } from '../../server/log.ts';
import type { Mode } from '../../server/settings.ts';
import { openAgency } from './agency.ts';
import { cursorKeyUse } from './api/paging/cursors.ts';
import { ownKeysIn } from './channel/evidence-keys.ts';
import type { ChannelKey } from './channel/wire/peer-keys.ts';
import { checkEpochs, ofMeasures } from './check-epochs.ts';
import { matchKeysIn } from './matching/match-key-settings.ts';
import { nodeNamingIn } from './matching/node-key-settings.ts';
import { comparingPaceIn } from './matching/two-key/comparing-pace-settings.ts';
import { indicatorKeysIn, measureKeysIn } from './matching/two-key/indicator-key-settings.ts';
import { measurePaceIn } from './matching/two-key/measure-pace-settings.ts';
import type { AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { budgetsIn } from './records/budgets/budget-settings.ts';
import { recorderKeyUse } from './records/indicators/recorder.ts';
import { epochStore } from './storage/indicators/epoch-store.ts';
import { subgraphVariables } from './subgraph-settings.ts';

/** Makers of the parts that a test may decorate. */
export type MadeBy = Pick<AgencyOptions, 'channelOf' | 'comparingOf'>;

/** An election takes some seconds, a member that was killed replays its journal first. */
const recoversWithin = 30_000;

/** The settings of a process by which an agency is opened, and its log and metrics. */
export interface OpenedBy {
  settings: Record<string, unknown>;
  mode: Mode;
  log: Logger;
  registry: Registry;
  channelKey: ChannelKey;
  subjectOf: NonNullable<AgencyOptions['subjectOf']>;
}

/**
 * Opens an agency by its settings.
 * @throws SettingsError as of `openAgency`, and where the epochs of its keys go back
 */
export async function openBySettings(
  definition: AgencyDefinition,
  { settings, mode, log, registry, channelKey, subjectOf }: OpenedBy,
  made: MadeBy,
): Promise<OpenedAgency> {
  const { agency } = definition;
  const variables = subgraphVariables(agency);
  const allowDevelopmentKeys = mode === 'development';
  const matchKeys = matchKeysIn(settings, { allowDevelopmentKeys });
  const indicatorKeys = indicatorKeysIn(settings, agency, { allowDevelopmentKeys });
  const measureKeys = measureKeysIn(settings, agency, indicatorKeys, { allowDevelopmentKeys });
  const opened = await openAgency(
    definition,
    {
      uri: settings[variables.uri] as string,
      jobsUri: settings[variables.jobsUri] as string | undefined,
      answersApart: true,
      recoversWithin,
      onWait: () => log.warn('the database has no primary: waiting for one'),
    },
    {
      matchKeys,
      naming: nodeNamingIn(settings, agency, { allowDevelopmentKeys, matchKeys }),
      indicatorKeys,
      pace: comparingPaceIn(settings, agency),
      measureKeys,
      measurePace: measurePaceIn(settings, agency),
      onWrongProof: (other, fault) =>
        log.error({ agency: other, fault }, 'a proof of evaluated identifiers is wrong'),
      limits: budgetsIn(settings, agency),
      cursorKey: derivedKey(channelKey, cursorKeyUse),
      recorderKey: derivedKey(channelKey, recorderKeyUse),
      subjectOf,
      onSuspensionsUnread: (error) =>
        log.warn({ error: loggableError(error, mode) }, 'suspensions cannot be read'),
      registry,
      ...made,
      ownKeys: ownKeysIn(settings, agency, mode),
    },
  );
  await checkEpochs(agency, indicatorKeys, epochStore(opened.models.indicatorEpochs), log);
  if (measureKeys)
    await checkEpochs(
      agency,
      measureKeys,
      epochStore(opened.models.measureEpochs),
      log,
      ofMeasures(new Date()),
    );
  else log.warn('there are no keys of measures: none is compared with other agencies');
  return opened;
}
