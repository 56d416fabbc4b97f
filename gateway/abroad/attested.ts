import { Pool } from 'undici';
import { z } from 'zod';
import { attestationAnswer, attestorAudience, attestorPath } from '../../identity/attestor-path.ts';
import { type FetchSigner, fetchTokenHeader } from '../../identity/fetch-token.ts';
import { timeoutSignal } from '../../server/time/timeout-signal.ts';
import type { Agency } from '../../terms/agencies.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { forOneAudience } from './for-one-audience.ts';
import type { Obtained } from './kept-tokens.ts';
import type { Asking, WayOut } from './way-out.ts';

/** Bytes of an attestor's answer. An attestation fits into the headers of a request. */
const largestAnswer = 64 * 1024;

const errorAnswer = z.object({
  errors: z.tuple([z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })]),
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The result of an attestor's answer. Only a fault of the caller's own token is told to the caller. */
function judge(status: number, text: string, audience: Agency): Obtained {
  const answer = parse(text);
  const { data: attested } = attestationAnswer.safeParse(answer);
  if (status === 200 && attested) return forOneAudience(attested.attestation, audience);
  const [error] = errorAnswer.safeParse(answer).data?.errors ?? [];
  const isOfCaller = error && ['UNAUTHENTICATED', 'CASE_NOT_ASSIGNED'].includes(error.extensions.code);
  return status < 500 && isOfCaller
    ? { kind: 'refused', code: error.extensions.code, message: error.message }
    : { kind: 'unavailable', reason: `status ${status}` };
}

/**
 * An agency's own attestor: it is given the caller's own token, as the agency's subgraph is, and says who that is to one other
 * agency.
 * @param longest milliseconds that it may take
 */
export function attested(home: Agency, url: URL, sign: FetchSigner, longest: number): WayOut {
  const pool = new Pool(url.origin, {
    connections: 16,
    connect: { timeout: longest },
    maxResponseSize: largestAnswer,
  });
  const path = `${url.pathname.replace(/\/$/, '')}${attestorPath}`;
  return {
    async obtain({ caller, mandate, audience, requestId }: Asking) {
      const body = JSON.stringify({ audience });
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${caller.token}`,
        'x-request-id': requestId,
        [fetchTokenHeader]: sign({
          audience: attestorAudience(home),
          body,
          callerHash: caller.tokenHash,
          mandate,
          // It is renewed long after the request that it was first wanted for.
          requestKey: newRequestKey(Date.now()),
        }),
      };
      try {
        const signal = timeoutSignal(longest);
        const response = await pool.request({ method: 'POST', path, headers, body, signal });
        return judge(response.statusCode, await response.body.text(), audience);
      } catch (error) {
        const code = typeof error === 'object' && error !== null && Reflect.get(error, 'code');
        return { kind: 'unavailable', reason: typeof code === 'string' ? code : 'no answer' };
      }
    },
    close: () => pool.close(),
  };
}
