import { decodeJwt } from 'jose';
import { noteMet } from '../met/note.ts';
import { agencyNames, issuerOf } from './tokens.ts';

/** Who shows a token that an agency of a development stack has issued, one for each of his roles. */
function officersOf(authorization: string | null): string[] {
  const token = authorization?.match(/^Bearer (\S+)$/)?.[1];
  if (!token) return [];
  try {
    const { iss, roles } = decodeJwt<{ roles?: unknown }>(token);
    const agency = agencyNames.find((name) => issuerOf(name) === iss);
    return agency && Array.isArray(roles) ? roles.map((role) => `${role} of ${agency.toUpperCase()}`) : [];
  } catch {
    return [];
  }
}

/** Outcomes of actions stand below an agency’s namespace. */
const outcomesOf = (data: unknown): string[] =>
  Object.values(data ?? {})
    .flatMap((namespace) => Object.values(namespace ?? {}))
    .flatMap((outcome) => {
      const { __typename: name } = (outcome ?? {}) as { __typename?: unknown };
      return typeof name === 'string' ? [name] : [];
    });

interface Noted {
  status: number;
  codes: readonly (string | undefined)[];
  body: { data?: unknown };
}

/** Notes what was met by an answer, and as whom: a refused token is nobody’s. */
export function noteAnswer({ headers }: RequestInit, { status, codes, body }: Noted): void {
  for (const code of codes) if (code) noteMet('code', code);
  for (const outcome of outcomesOf(body.data)) noteMet('outcome', outcome);
  if (status === 401) return;
  for (const officer of officersOf(new Headers(headers).get('authorization'))) noteMet('officer', officer);
}
