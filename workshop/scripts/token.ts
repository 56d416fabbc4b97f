/**
 * `npm run -s token -- --agency belarus --role investigator`: a caller's token of the development stack in DATA_DIR,
 * alone on stdout. Production has no such tokens.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { modeSaid } from '../../commands/settings/mode-of.ts';
import { developmentToken, developmentTokenLasts } from '../../identity/development-token.ts';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { roles } from '../../terms/enums.ts';
import { caseForm } from '../../terms/mandate.ts';
import { isSubject } from '../../terms/viewer.ts';
import { dataDirectoryIn } from './development/data-directory-in.ts';
import { demandKeysOfStack, developmentIssuer, developmentKeys } from './development/keys.ts';

const usage = `npm run -s token -- --agency belarus --role investigator [--role r]… [--subject s] [--case c]… [--ttl ${developmentTokenLasts}] [--documents known]`;

const demoCases = ['BY-2026-000001', 'RU-2026-000001'];

const oneOf = <Name extends string>(names: readonly Name[], option: string) =>
  z
    .string(`${option} is required`)
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(names, `${option} must be one of ${names.join(', ').toLowerCase()}`));

const optionsSchema = z.object({
  agency: oneOf(agencyNames, '--agency'),
  role: z.array(oneOf(roles, '--role')).min(1, '--role is required'),
  subject: z
    .string()
    .refine(isSubject, '--subject must have letters that can be seen, and single spaces between them alone')
    .optional(),
  case: z
    .array(z.string().regex(new RegExp(caseForm), '--case must be like BY-2026-000001'))
    .default(demoCases),
  ttl: z
    .string()
    .regex(/^(\d{1,4}[sm]|\d{1,2}h)$/, '--ttl must be a number and s, m or h, such as 8h, at most 24h')
    .refine((ttl) => !(ttl.endsWith('h') && Number.parseInt(ttl, 10) > 24), '--ttl is at most 24h')
    .default(developmentTokenLasts),
  documents: z.literal('known', '--documents must be known').optional(),
});

function readOptions() {
  const string = { type: 'string' } as const;
  const list = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    options: { agency: string, role: list, subject: string, case: list, ttl: string, documents: string },
  });
  return optionsSchema.parse({ ...values, role: values.role ?? [] });
}

async function token(): Promise<string> {
  if (modeSaid(process.env) === 'production') throw new Error('production has no development tokens');
  const { agency, role, subject, case: cases, ttl, documents } = readOptions();
  const dataDirectory = dataDirectoryIn(process.env);
  demandKeysOfStack(dataDirectory);
  const { issuers } = developmentKeys(dataDirectory);
  return developmentToken(readFileSync(issuers[agency].privateKey, 'utf8'), {
    issuer: developmentIssuer(agency),
    roles: role,
    cases,
    subject: subject ?? `${subgraphOf(agency)}-${role[0]?.toLowerCase()}-1`,
    lifetime: ttl,
    documents,
  });
}

try {
  process.stdout.write(`${await token()}\n`);
} catch (error) {
  const problem =
    error instanceof z.ZodError
      ? error.issues.map((issue) => issue.message).join('; ')
      : (error as Error).message;
  process.stderr.write(`token: ${problem}\nusage: ${usage}\n`);
  process.exitCode = 1;
}
