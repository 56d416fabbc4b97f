import { z } from 'zod';
import { attestorPort } from '../../identity/attestor-path.ts';
import type { FetchSigner } from '../../identity/fetch-token.ts';
import type { Issuer } from '../../identity/issuer-keys.ts';
import { waysAbroad } from '../../identity/known-officers.ts';
import type { Mode } from '../../server/settings.ts';
import { urlSetting } from '../../server/url-setting.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';
import { attested } from './attested.ts';
import { exchanged } from './exchanged.ts';
import type { WayOut } from './way-out.ts';

/** The gateway's way to make an agency's officers known abroad. */
export type WayOutSettings =
  | { agency: Agency; way: 'attestation'; url: URL }
  | { agency: Agency; way: 'exchange'; issuer: string; clientId: string; clientSecret: string };

const client = z.string('is required: this gateway as a client of the provider that exchanges tokens');

/** The settings that it reads from the environment, according to each agency's choice. */
export function wayOutShape(environment: NodeJS.ProcessEnv): Record<string, z.ZodType> {
  const ways = waysAbroad(environment);
  return Object.fromEntries(
    agencyNames.flatMap((agency): [string, z.ZodType][] =>
      ways[agency] === 'attestation'
        ? [
            [
              `${agency}_ATTESTOR_URL`,
              z
                .string()
                .default(`http://localhost:${attestorPort(agency)}`)
                .pipe(urlSetting(['http:', 'https:'])),
            ],
          ]
        : [
            [`${agency}_EXCHANGE_CLIENT_ID`, client],
            [`${agency}_EXCHANGE_CLIENT_SECRET`, client],
          ],
    ),
  );
}

/** Picks them out of settings that were read with `wayOutShape`. */
export const waysOutIn = (settings: Record<string, unknown>, issuers: readonly Issuer[]): WayOutSettings[] =>
  issuers.map(({ agency, issuer }) => {
    const url = settings[`${agency}_ATTESTOR_URL`];
    if (url instanceof URL) return { agency, way: 'attestation', url };
    const [clientId, clientSecret] = ['ID', 'SECRET'].map(
      (part) => settings[`${agency}_EXCHANGE_CLIENT_${part}`] as string,
    );
    return { agency, way: 'exchange', issuer, clientId: clientId ?? '', clientSecret: clientSecret ?? '' };
  });

/** Milliseconds that an agency may take to say who its officer is; the other agency's answer has the rest of the deadline. */
const longest = 2_000;

/** @param deadline milliseconds that a request may take */
export const createWaysOut = (
  settings: readonly WayOutSettings[],
  sign: FetchSigner,
  mode: Mode,
  deadline: number,
): ReadonlyMap<Agency, WayOut> => {
  const share = Math.min(longest, deadline / 2);
  return new Map(
    settings.map((each) => [
      each.agency,
      each.way === 'attestation'
        ? attested(each.agency, each.url, sign, share)
        : exchanged(each, mode, share),
    ]),
  );
};
