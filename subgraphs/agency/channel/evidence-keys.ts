import type { z } from 'zod';
import type { Mode } from '../../../server/settings.ts';
import { urlSetting } from '../../../server/url-setting.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { channelKeySettings } from './channel-settings.ts';
import { channelKeyIn, type PeerKeys, peerKeysIn, publicOf } from './wire/peer-keys.ts';

const retiredVariable = (agency: Agency) => `${agency}_CHANNEL_RETIRED_JWKS`;

/** The keys of the channel, and for each agency those that it has signed with before, if there are any. */
export const evidenceSettings = (own: Agency): Record<string, z.ZodType> => ({
  ...channelKeySettings(own),
  ...Object.fromEntries(
    agencyNames.map((agency) => [retiredVariable(agency), urlSetting(['file:']).optional()]),
  ),
});

/**
 * The keys that kept messages and receipts are checked with. Nothing else knows the retired ones: no new message is accepted under
 * one.
 * @throws SettingsError as of `peerKeysIn`
 */
export function evidenceKeysIn(settings: Record<string, unknown>, own: Agency, mode: Mode): PeerKeys {
  const allowed = { allowDevelopmentKeys: mode === 'development' };
  const setOf = (variable: string, agency: Agency) => {
    const file = settings[variable] as URL | undefined;
    return file ? [...peerKeysIn(variable, file, agency, allowed)] : [];
  };
  const key = channelKeyIn(`${own}_CHANNEL_KEY`, settings[`${own}_CHANNEL_KEY`] as string, allowed);
  const pinned = agencyNames
    .filter((agency) => agency !== own)
    .flatMap((agency) => setOf(`${agency}_CHANNEL_JWKS`, agency));
  const retired = agencyNames.flatMap((agency) => setOf(retiredVariable(agency), agency));
  return new Map([...retired, ...pinned, [key.kid, { agency: own, key: publicOf(key) }]]);
}
