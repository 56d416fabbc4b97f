import { createHash } from 'node:crypto';
import { type Answer, request } from '../../support/end-to-end/callers.ts';
import { launchScript } from '../../support/end-to-end/processes.ts';
import { secondGateway } from '../../support/end-to-end/second-gateway.ts';
import { freePort } from '../../support/end-to-end/stack.ts';
import { claimsOf, keyOf, signed } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

const known = 'query Known { __typename }';
const manifest = JSON.stringify({ [createHash('sha256').update(known).digest('hex')]: known });
/** In no manifest, and none of the page's own. */
const written = '{ belarus { dossiers(first: 3) { nodes { id } } } __type(name: "Suspect") { name } }';

/** Carries something out on a gateway before the same agencies, which answers known documents alone. */
async function onGatewayWithManifest<T>(target: Target, act: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const attestor = (name: string) => `http://localhost:${target.settings[`${name}_ATTESTOR_PORT`]}`;
  const stack = {
    ...target,
    welcome: '',
    attestors: { belarus: attestor('BELARUS'), russia: attestor('RUSSIA') },
  };
  const gateway = launchScript('gateway/start.ts', {
    ...secondGateway(stack, port),
    GATEWAY_DOCUMENTS: manifest,
  });
  try {
    await gateway.says('listening');
    return await act(`http://localhost:${port}`);
  } finally {
    gateway.signal('SIGTERM');
    await gateway.exited;
  }
}

/** Signs a token in as the page does, and asks under the session. */
async function askByScript(url: string, token: string): Promise<Answer> {
  const fromPage = { 'concord-playground': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ token });
  const answer = await request(`${url}/playground/session`, { method: 'POST', headers: fromPage, body });
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  const headers = {
    ...fromPage,
    cookie,
    'concord-session': JSON.parse(answer.text).officer.session,
    'concord-purpose': 'INVESTIGATION',
    'concord-case': 'BY-2026-000001',
    'concord-legal-basis': 'COOPERATION_AGREEMENT',
  };
  return request(`${url}/playground/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: written }),
  });
}

/** Whether an officer of Belarus is answered a query of their own. */
const isAnswered = (target: Target, role: string, changed: Record<string, unknown> = {}): Promise<boolean> =>
  onGatewayWithManifest(target, async (url) => {
    const claims = claimsOf('belarus', role, { sub: `belarus-${role}-writing`, ...changed });
    const { status, body } = await askByScript(url, await signed(keyOf(target, 'belarus-issuer'), claims));
    return status === 200 && body.data != null;
  });

export const documentAttacks: readonly Attack[] = [
  {
    mend: 'documents in the page',
    foundIn: '8ca3b3d1',
    name: 'a query of a partner’s own at a gateway with a manifest, by signing a token in to the page with a script',
    control: (target) => isAnswered(target, 'investigator'),
    heldBy: ['PERSISTED_QUERY_NOT_IN_LIST'],
    attempt: (target) => isAnswered(target, 'partner'),
  },
  {
    mend: 'documents of a token',
    name: 'the same of a supervisor whose token leaves them known documents',
    control: (target) => isAnswered(target, 'supervisor'),
    heldBy: ['PERSISTED_QUERY_NOT_IN_LIST'],
    attempt: (target) => isAnswered(target, 'supervisor', { documents: 'known' }),
  },
];
