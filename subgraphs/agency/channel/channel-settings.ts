import { z } from 'zod';
import { urlSetting } from '../../../identity/settings.ts';
import { type Mode, SettingsError } from '../../../server/settings.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import type { Peer } from './out/deliver.ts';
import { type ChannelKey, channelKeyIn, mergedKeys, type PeerKeys, peerKeysIn } from './wire/channel-keys.ts';
import { goOn, pauseAt, type Reach, type Stage, stages } from './wire/stages.ts';

/** Between machines nothing goes unencrypted, whatever is signed: the messages name dossiers. In production nothing does at all. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const channelUrl = (mode: Mode) =>
  mode === 'production'
    ? urlSetting(['https:'])
    : urlSetting(['https:', 'http:']).refine(isSafe, 'must begin with https:, unless it is on this machine');

const others = (own: Agency): Agency[] => agencyNames.filter((agency) => agency !== own);

/** Its own key, and of each other agency the public ones. */
export const channelKeySettings = (own: Agency): Record<string, z.ZodType> => ({
  [`${own}_CHANNEL_KEY`]: z.string('is required: the key that this agency signs its messages with'),
  ...Object.fromEntries(
    others(own).map((agency) => [`${agency}_CHANNEL_JWKS`, urlSetting(['file:'])] as const),
  ),
});

/** What the channel of an agency is told: the keys, and of each other agency the address. */
export const channelSettings = (own: Agency, mode: Mode): Record<string, z.ZodType> => ({
  ...channelKeySettings(own),
  ...Object.fromEntries(others(own).map((agency) => [`${agency}_CHANNEL_URL`, channelUrl(mode)] as const)),
  CONCORD_CHAOS_PAUSE_AT: z.enum(stages, `must be one of ${stages.join(', ')}`).optional(),
  CONCORD_CHANNEL_DEDUPLICATION: z.enum(['on', 'off'], 'must be on or off').default('on'),
});

export interface ChannelSettings {
  key: ChannelKey;
  peerKeys: PeerKeys;
  peers: Peer[];
  reach: Reach;
  deduplicates: boolean;
}

/**
 * @param say tells that the stage has been reached at which the process is to be killed
 * @throws SettingsError for keys that are none, and for what is for development alone
 */
export function channelIn(
  settings: Record<string, unknown>,
  own: Agency,
  mode: Mode,
  say: (stage: Stage) => void,
): ChannelSettings {
  const allowed = { allowDevelopmentKeys: mode === 'development' };
  const pause = settings.CONCORD_CHAOS_PAUSE_AT as Stage | undefined;
  const deduplicates = settings.CONCORD_CHANNEL_DEDUPLICATION !== 'off';
  const forDevelopment = [
    ...(pause ? ['CONCORD_CHAOS_PAUSE_AT'] : []),
    ...(deduplicates ? [] : ['CONCORD_CHANNEL_DEDUPLICATION']),
  ];
  if (mode !== 'development' && forDevelopment.length > 0)
    throw new SettingsError(`${forDevelopment.join(', ')}: is for development alone`);
  const ownVariable = `${own}_CHANNEL_KEY`;
  const keysOf = (agency: Agency) => {
    const variable = `${agency}_CHANNEL_JWKS`;
    return [variable, peerKeysIn(variable, settings[variable] as URL, agency, allowed)] as const;
  };
  const key = channelKeyIn(ownVariable, settings[ownVariable] as string, allowed);
  return {
    key,
    peerKeys: mergedKeys(new Map(others(own).map(keysOf)), key.kid),
    peers: others(own).map((agency) => ({ agency, url: settings[`${agency}_CHANNEL_URL`] as URL })),
    reach: pause ? pauseAt(pause, say) : goOn,
    deduplicates,
  };
}
