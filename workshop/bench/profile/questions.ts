import { readFileSync } from 'node:fs';
import { importJWK, SignJWT } from 'jose';
import { callerAudience } from '../../../identity/caller-token.ts';
import { developmentIssuer, developmentKeys } from '../../scripts/development/keys.ts';
import { benchCase } from '../stacks/release-of-all.ts';

/** A request that a stack is asked to answer. */
export interface Question {
  headers: Record<string, string>;
  body: string;
}

const profile = `query Profile($id: ID!) { suspect(id: $id) { belarus { ...Half } russia { ...Half } } }
fragment Half on Dossier { id handlingCode names { kind script full patronymic provenance { sourceReliability contested } }
  birth { date precision } citizenships { country } contacts { kind value service } roles { kind coerced }
  offences { committedOn case article { code title } } status { stage } cases }`;

/** An investigator's token, good for the whole run. */
export async function callerToken(directory: string, subject = 'bench'): Promise<string> {
  const jwk = JSON.parse(readFileSync(developmentKeys(directory).issuers.BELARUS.privateKey, 'utf8'));
  return new SignJWT({ roles: ['INVESTIGATOR'], cases: [benchCase] })
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt' })
    .setIssuer(developmentIssuer('BELARUS'))
    .setAudience(callerAudience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(await importJWK(jwk, 'EdDSA'));
}

/** A question of an officer who investigates the case of all benchmarks. */
export const questionOf = (token: string, query: string, variables: object): Question => ({
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'concord-purpose': 'INVESTIGATION',
    'concord-legal-basis': 'COOPERATION_AGREEMENT',
    'concord-case': benchCase,
  },
  body: JSON.stringify({ query, variables }),
});

/** Tokens of so many officers. */
export const tokensOf = (directory: string, officers: number): Promise<string[]> =>
  Promise.all(Array.from({ length: officers }, (_, index) => callerToken(directory, `bench-${index}`)));

/**
 * The profile of each of these persons, each asked by the next officer: no two requests that a gateway could answer as one are
 * under way at a time.
 */
export async function profileQuestions(
  directory: string,
  dossiers: readonly string[],
  officers = 50,
): Promise<Question[]> {
  const tokens = await tokensOf(directory, officers);
  return dossiers.map((id, index) => questionOf(tokens[index % officers] ?? '', profile, { id }));
}
