import { z } from 'zod';
import type { Mode } from '../server/settings.ts';
import { urlSetting } from '../server/url-setting.ts';
import { type Agency, agencyNames } from '../terms/agencies.ts';
import type { Issuer } from './caller-token.ts';

/** The claim and value that mark an access token, such as `typ=Bearer`. */
const accessTokenClaim = z
  .string()
  .regex(/^[\w.:/-]{1,100}=[^=]{1,200}$/, 'must be a claim and its value, such as typ=Bearer')
  .transform((text) => {
    const [name = '', value = ''] = text.split('=');
    return { name, value };
  })
  .optional();

/** Most providers sign `Ivanova` in as `ivanova` too: told apart, one person would be the second officer of their own proposal. */
const subjects = z
  .enum(['exact', 'ignoring-case'], 'must be exact or ignoring-case')
  .default('ignoring-case');

/** Each agency's identity provider: `<AGENCY>_ISSUER` is the `iss` of its tokens, `<AGENCY>_JWKS` has its keys. */
export const issuerSettings = (
  mode: Mode,
  agencies: readonly Agency[] = agencyNames,
): Record<string, z.ZodType> =>
  Object.fromEntries(
    agencies.flatMap((agency) => [
      [`${agency}_ISSUER`, z.string("is required: the `iss` of this agency's tokens")],
      [
        `${agency}_JWKS`,
        urlSetting(mode === 'production' ? ['https:', 'file:'] : ['https:', 'http:', 'file:']),
      ],
      [`${agency}_ACCESS_TOKEN_CLAIM`, accessTokenClaim],
      [`${agency}_SUBJECTS`, subjects],
    ]),
  );

/** Picks the issuers out of settings that were read with `issuerSettings`. */
export const issuersIn = (
  settings: Record<string, unknown>,
  agencies: readonly Agency[] = agencyNames,
): Issuer[] =>
  agencies.map((agency) => ({
    agency,
    issuer: settings[`${agency}_ISSUER`] as string,
    jwks: settings[`${agency}_JWKS`] as URL,
    accessTokenClaim: settings[`${agency}_ACCESS_TOKEN_CLAIM`] as Issuer['accessTokenClaim'],
    subjects: settings[`${agency}_SUBJECTS`] as NonNullable<Issuer['subjects']>,
  }));
