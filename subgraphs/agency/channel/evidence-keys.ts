import type { z } from 'zod';
import type { Mode } from '../../../server/settings.ts';
import { urlSetting } from '../../../server/url-setting.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { channelKeySettings } from './channel-settings.ts';
import { channelKeyIn, type PeerKey, type PeerKeys, peerKeysIn, publicOf } from './wire/peer-keys.ts';

const retiredVariable = (agency: Agency) => `${agency}_CHANNEL_RETIRED_JWKS`;

/** The keys that an agency has signed with before, if there are any. */
export const retiredKeySettings = (agency: Agency): Record<string, z.ZodType> => ({
  [retiredVariable(agency)]: urlSetting(['file:']).optional(),
});

/** The keys of the channel, and for each agency those that it has signed with before, if there are any. */
export const evidenceSettings = (own: Agency): Record<string, z.ZodType> => ({
  ...channelKeySettings(own),
  ...Object.assign({}, ...agencyNames.map(retiredKeySettings)),
});

type Settings = Record<string, unknown>;

const allowedIn = (mode: Mode) => ({ allowDevelopmentKeys: mode === 'development' });

function setOf(settings: Settings, variable: string, agency: Agency, mode: Mode): [string, PeerKey][] {
  const file = settings[variable] as URL | undefined;
  return file ? [...peerKeysIn(variable, file, agency, allowedIn(mode))] : [];
}

const retiredOf = (settings: Settings, agency: Agency, mode: Mode): [string, PeerKey][] =>
  setOf(settings, retiredVariable(agency), agency, mode);

/**
 * The keys that an agency signs and has signed with, by which it knows its own receipts again.
 * @throws SettingsError as of `peerKeysIn`
 */
export function ownKeysIn(settings: Settings, own: Agency, mode: Mode): PeerKeys {
  const variable = `${own}_CHANNEL_KEY`;
  const key = channelKeyIn(variable, settings[variable] as string, allowedIn(mode));
  return new Map([...retiredOf(settings, own, mode), [key.kid, { agency: own, key: publicOf(key) }]]);
}

/**
 * The keys that kept messages and receipts are checked with. No new message is accepted under a retired one.
 * @throws SettingsError as of `peerKeysIn`
 */
export function evidenceKeysIn(settings: Settings, own: Agency, mode: Mode): PeerKeys {
  const others = agencyNames.filter((agency) => agency !== own);
  const retired = others.flatMap((agency) => retiredOf(settings, agency, mode));
  const pinned = others.flatMap((agency) => setOf(settings, `${agency}_CHANNEL_JWKS`, agency, mode));
  return new Map([...retired, ...pinned, ...ownKeysIn(settings, own, mode)]);
}
