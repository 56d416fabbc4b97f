import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { nobody } from '../../support/end-to-end/demo.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import { until } from '../../support/end-to-end/until.ts';
import type { Target } from '../target.ts';

/** Longer than the demo data takes to be taken in on a busy machine. */
const patience = 120_000;

let asked = 0;

/** What an officer of an agency is answered on a request; an outage is an error, and no answer. */
export async function halfOf(officer: Caller, agency: AgencyName, id: string) {
  const { body, text } = await officer.query<Record<string, { request: Record<string, Half> | null }>>(
    `query ($id: ID!) { ${agency} { request(id: $id) { ${agency} { version state question clarification } } } }`,
    { id },
  );
  if (!body.data?.[agency]) throw new Error(`no answer: ${text}`);
  return body.data[agency].request?.[agency];
}
interface Half {
  version: number;
  state: string;
  question: string | null;
  clarification: string | null;
}

/** Takes a step on a request; what came of it. */
export async function stepOnRequest(
  officer: Caller,
  agency: AgencyName,
  action: string,
  type: string,
  input: object,
) {
  const { text } = await officer.with('idempotency-key', randomUUID()).query(
    `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { __typename
      ... on RecordedRequest { of } ... on InvalidInput { problems { path code } } } } }`,
    { input },
  );
  return text;
}

/** A request of Russia's about a dossier that Belarus has received. */
export const received = async (target: Target, dossier = nobody): Promise<string> =>
  (await receivedOf(target, dossier)).request;

/** The same, with the case of Russia for which it asks. */
export async function receivedOf(
  target: Target,
  dossier = nobody,
): Promise<{ request: string; number: string }> {
  const input = {
    to: 'BELARUS',
    subject: { dossier },
    classes: ['IDENTITY'],
    urgency: 'OTHER',
    offence: '159',
    necessity: `Calls to a victim came from this person, ${randomUUID()}`,
  };
  // The same is asked for once at a time for a case.
  const number = `RU-2026-${String(700_000 + ++asked)}`;
  const of = (role: string) =>
    target
      .as('russia', role, { sub: `russia-${role}-${randomUUID()}`, cases: [number] })
      .for('INVESTIGATION', number);
  const drafted = await stepOnRequest(
    of('investigator'),
    'russia',
    'draftRequest',
    'DraftRequestInput',
    input,
  );
  const [, request = ''] = /"of":"([^"]+)"/.exec(drafted) ?? [];
  const sent = await stepOnRequest(of('supervisor'), 'russia', 'authoriseRequest', 'RequestInput', {
    request,
  });
  if (!sent.includes('RecordedRequest')) throw new Error(`nothing was sent: ${drafted} ${sent}`);
  const liaison = target.investigating('belarus', 'liaison');
  await until(async () => (await halfOf(liaison, 'belarus', request)) !== undefined, patience);
  return { request, number };
}
