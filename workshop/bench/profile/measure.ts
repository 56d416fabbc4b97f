import { readFileSync } from 'node:fs';
import { importJWK, SignJWT } from 'jose';
import { callerAudience } from '../../../identity/caller-token.ts';
import { linkedPerson } from '../../demo-data/known/demo-ids.ts';
import { developmentIssuer, developmentKeys } from '../../scripts/development/keys.ts';
import type { Stack } from '../stacks/start-stack.ts';
import { type LoadResult, load, warmUp } from './load.ts';
import { processorTime } from './processor-time.ts';

const query = `query Profile($id: ID!) { suspect(id: $id) { belarus { ...Half } russia { ...Half } } }
fragment Half on Dossier { id handlingCode names { kind script full patronymic provenance { sourceReliability contested } }
  birth { date precision } citizenships { country } contacts { kind value service } roles { kind coerced }
  offences { committedOn case article { code title } } status { stage } cases }`;

export interface Measured extends LoadResult {
  /** Milliseconds of processor time a request, by process. */
  processor: Map<string, number>;
}

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** An investigator's token, good for the whole run. */
export async function callerToken(directory: string): Promise<string> {
  const jwk = JSON.parse(readFileSync(developmentKeys(directory).issuers.BELARUS.privateKey, 'utf8'));
  return new SignJWT({ roles: ['INVESTIGATOR'], cases: ['BY-2026-000001'] })
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt' })
    .setIssuer(developmentIssuer('BELARUS'))
    .setAudience(callerAudience)
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(await importJWK(jwk, 'EdDSA'));
}

/** Asks a stack for the profile for some seconds, after a second that does not count. */
export async function measure(stack: Stack, token: string, seconds: number): Promise<Measured> {
  const asked = {
    url: stack.url,
    headers: {
      authorization: `Bearer ${token}`,
      'concord-purpose': 'INVESTIGATION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'concord-case': 'BY-2026-000001',
    },
    body: JSON.stringify({ query, variables: { id: linkedPerson.BELARUS } }),
    seconds,
    connections: 16,
  };
  await warmUp(asked);
  const before = stack.processes.map(({ pid }) => processorTime(pid) ?? Number.NaN);
  const result = await load(asked);
  const processor = new Map(
    stack.processes.map(({ name, pid }, index) => {
      const used = (processorTime(pid) ?? Number.NaN) - (before[index] ?? Number.NaN);
      return [name, (used * 1000) / result.requests];
    }),
  );
  return { ...result, processor };
}
