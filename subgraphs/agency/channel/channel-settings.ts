import { z } from 'zod';
import type { Mode } from '../../../server/settings.ts';
import { urlSetting } from '../../../server/url-setting.ts';
import { type Agency, othersThan } from '../../../terms/agencies.ts';
import type { Peer } from './out/peer.ts';
import { type ChannelKey, channelKeyIn, mergedKeys, type PeerKeys, peerKeysIn } from './wire/peer-keys.ts';

/** Between machines nothing goes unencrypted, though it is signed: the messages name dossiers. In production nothing does at all. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const channelUrl = (mode: Mode) =>
  mode === 'production'
    ? urlSetting(['https:'])
    : urlSetting(['https:', 'http:']).refine(isSafe, 'must begin with https:, unless it is on this machine');

/** An agency's own key, and the public keys of each other agency. */
export const channelKeySettings = (own: Agency): Record<string, z.ZodType> => ({
  [`${own}_CHANNEL_KEY`]: z.string('is required: the key that this agency signs its messages with'),
  ...Object.fromEntries(
    othersThan(own).map((agency) => [`${agency}_CHANNEL_JWKS`, urlSetting(['file:'])] as const),
  ),
});

/** The settings of an agency's channel: the keys, and the address of each other agency. */
export const channelSettings = (own: Agency, mode: Mode): Record<string, z.ZodType> => ({
  ...channelKeySettings(own),
  ...Object.fromEntries(
    othersThan(own).map((agency) => [`${agency}_CHANNEL_URL`, channelUrl(mode)] as const),
  ),
});

export interface ChannelSettings {
  key: ChannelKey;
  peerKeys: PeerKeys;
  peers: Peer[];
}

/** @throws SettingsError for keys that are none, and for those of development where they are not allowed */
export function channelIn(settings: Record<string, unknown>, own: Agency, mode: Mode): ChannelSettings {
  const allowed = { allowDevelopmentKeys: mode === 'development' };
  const ownVariable = `${own}_CHANNEL_KEY`;
  const keysOf = (agency: Agency) => {
    const variable = `${agency}_CHANNEL_JWKS`;
    return [variable, peerKeysIn(variable, settings[variable] as URL, agency, allowed)] as const;
  };
  const key = channelKeyIn(ownVariable, settings[ownVariable] as string, allowed);
  return {
    key,
    peerKeys: mergedKeys(new Map(othersThan(own).map(keysOf)), key.kid),
    peers: othersThan(own).map((agency) => ({ agency, url: settings[`${agency}_CHANNEL_URL`] as URL })),
  };
}
