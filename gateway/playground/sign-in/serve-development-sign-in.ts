import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Issuer } from '../../../identity/caller-token.ts';
import { developmentToken, developmentTokenLasts } from '../../../identity/development-token.ts';
import { callerError, errorCodes, refusal } from '../../../server/errors.ts';
import { agencyNames } from '../../../terms/agencies.ts';
import { roles } from '../../../terms/enums.ts';
import { caseForm } from '../../../terms/mandate.ts';
import { isSubject } from '../../../terms/viewer.ts';
import type { Officers } from '../officers.ts';
import type { PlaygroundSettings } from '../playground-settings.ts';
import { requirePage } from '../require-page.ts';
import { shown } from './serve-session.ts';

const chosen = z.strictObject({
  agency: z.enum(agencyNames),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  subject: z.string().trim().max(100).refine(isSubject),
  cases: z.array(z.string().regex(new RegExp(caseForm))).max(20),
});

/** Messages on a malformed part of the form, by the part; the page has its own, in its language, for each part. */
const wrong: Record<string, string> = {
  agency: 'Choose an agency that this stack has.',
  roles: 'Choose at least one role.',
  subject: 'Give the officer a name of at most 100 characters that can be seen.',
  cases: 'Name at most 20 cases, each like BY-2026-000001.',
};

const refusalOf = (field: string | undefined) =>
  callerError(
    'BAD_REQUEST',
    wrong[field ?? ''] ?? 'Send agency, roles, subject and cases as a JSON object.',
    {
      http: { status: errorCodes.BAD_REQUEST },
      ...(field !== undefined && field in wrong && { field }),
    },
  );

/**
 * Signs in as any officer of an agency, in a development stack alone: without its issuers' private keys, which production
 * refuses to be given, these addresses do not exist.
 */
export function serveDevelopmentSignIn(
  playground: FastifyInstance,
  options: { officers: Officers; settings: PlaygroundSettings; issuers: readonly Issuer[] },
): void {
  const { officers, settings, issuers } = options;
  if (settings.developmentKeys.size === 0) return;
  playground.get('/demo', { onRequest: requirePage }, async () => settings.demoIds);
  playground.post('/session/development', { onRequest: requirePage }, async (request, reply) => {
    const given = chosen.safeParse(request.body);
    if (!given.success) throw refusalOf(given.error.issues[0]?.path[0]?.toString());
    const key = settings.developmentKeys.get(given.data.agency);
    const issuer = issuers.find(({ agency }) => agency === given.data.agency);
    if (!key || !issuer) throw refusal('NOT_FOUND', 'There are no development tokens for this agency.');
    const token = await developmentToken(key, {
      ...given.data,
      issuer: issuer.issuer,
      lifetime: developmentTokenLasts,
    });
    return { officer: shown(officers, await officers.signIn(request, reply, token)) };
  });
}
