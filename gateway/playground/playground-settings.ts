import { z } from 'zod';
import type { Issuer } from '../../identity/caller-token.ts';
import { type Mode, SettingsError } from '../../server/settings.ts';
import { urlSetting } from '../../server/url-setting.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';
import type { Role } from '../../terms/enums.ts';

/** An agency's identity provider, and this gateway as its client, for signing officers in. */
export interface OidcClient extends Issuer {
  clientId: string;
  /** Undefined for a public client. */
  clientSecret: string | undefined;
  scope: string;
  /** Resource indicator (RFC 8707), for providers that make tokens for an audience only when asked so. */
  resource: string | undefined;
}

/** Demo dossiers that the examples ask for, in a development stack. */
export type DemoIds = Readonly<Record<string, string>>;

export interface PlaygroundSettings {
  /** False where no page is served. */
  isServed: boolean;
  /** The roles that write queries of their own in the page where the gateway answers only known documents elsewhere. */
  writers: readonly Role[];
  /** Address of the page in a browser, ending in a slash; providers send officers back to it. */
  url: URL | undefined;
  clients: OidcClient[];
  /** The private keys of a development stack's issuers, as JSON Web Keys; never in production. */
  developmentKeys: ReadonlyMap<Agency, string>;
  demoIds: DemoIds;
  /** Milliseconds that an officer stays signed in without asking anything. */
  longestIdle: number;
}

const perAgency = (names: Record<string, z.ZodType>) =>
  agencyNames.flatMap((agency) =>
    Object.entries(names).map(([name, type]) => [`${agency}_${name}`, type] as const),
  );

const demoIds = z
  .string()
  .default('{}')
  .transform((text, context): DemoIds => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(text));
    } catch {
      context.addIssue('must be a JSON object of ids');
      return z.NEVER;
    }
  });

/** Not PARTNER and OVERSEER, whom no setting lets write queries either: they have the page's views. */
const mayWrite = ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] as const satisfies readonly Role[];

const writers = z
  .string()
  .default(mayWrite.join(','))
  .transform((text, context): readonly Role[] => {
    const named = text === 'none' ? [] : text.split(',').map((role) => role.trim());
    const known = mayWrite.filter((role) => named.includes(role));
    if (named.every((role) => known.some((each) => each === role))) return known;
    context.addIssue(`must be none, or some of ${mayWrite.join(', ')}, separated by commas`);
    return z.NEVER;
  });

/** Minutes without a request after which a session is locked, unless a setting says otherwise. */
const defaultIdleMinutes = 30;

/** The environment variables of the playground, all of them optional. */
export const playgroundShape = (mode: Mode): Record<string, z.ZodType> => ({
  PLAYGROUND_URL: urlSetting(mode === 'production' ? ['https:'] : ['https:', 'http:']).optional(),
  PLAYGROUND: z.enum(['on', 'off'], 'must be on or off').default('on'),
  PLAYGROUND_WRITERS: writers,
  PLAYGROUND_DEMO_IDS: demoIds,
  PLAYGROUND_IDLE_MINUTES: z.coerce
    .number('must be a number of minutes')
    .positive('must be more than 0')
    .default(defaultIdleMinutes),
  ...Object.fromEntries(
    perAgency({
      OIDC_CLIENT_ID: z.string().optional(),
      OIDC_CLIENT_SECRET: z.string().optional(),
      OIDC_SCOPE: z.string().default('openid'),
      OIDC_RESOURCE: z.url('must be an absolute URI').optional(),
      DEVELOPMENT_KEY: z.string().optional(),
    }),
  ),
});

/**
 * Picks the playground's settings out of those that were read with `playgroundShape`.
 * @throws SettingsError for a client without an address to come back to, and for a development key in production
 */
export function playgroundIn(
  settings: Record<string, unknown>,
  issuers: readonly Issuer[],
  mode: Mode,
): PlaygroundSettings {
  const text = (name: string) => settings[name] as string | undefined;
  const url = settings.PLAYGROUND_URL as URL | undefined;
  const clients = issuers.flatMap((issuer): OidcClient[] => {
    const clientId = text(`${issuer.agency}_OIDC_CLIENT_ID`);
    if (clientId === undefined) return [];
    return [
      {
        ...issuer,
        clientId,
        clientSecret: text(`${issuer.agency}_OIDC_CLIENT_SECRET`),
        scope: text(`${issuer.agency}_OIDC_SCOPE`) ?? 'openid',
        resource: text(`${issuer.agency}_OIDC_RESOURCE`),
      },
    ];
  });
  if (clients.length > 0 && !url?.pathname.endsWith('/')) {
    throw new SettingsError('PLAYGROUND_URL: is required for a sign-in by OIDC, and ends in /playground/');
  }
  const developmentKeys = new Map<Agency, string>();
  for (const agency of agencyNames) {
    const key = text(`${agency}_DEVELOPMENT_KEY`);
    if (key === undefined) continue;
    if (mode === 'production')
      throw new SettingsError(`${agency}_DEVELOPMENT_KEY: is not accepted in production`);
    developmentKeys.set(agency, key);
  }
  return {
    isServed: settings.PLAYGROUND === 'on',
    writers: settings.PLAYGROUND_WRITERS as readonly Role[],
    url,
    clients,
    developmentKeys,
    demoIds: settings.PLAYGROUND_DEMO_IDS as DemoIds,
    longestIdle: (settings.PLAYGROUND_IDLE_MINUTES as number) * 60_000,
  };
}
