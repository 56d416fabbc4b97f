import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { linkedPerson } from '../../demo-data/known/demo-ids.ts';

/** An officer who takes steps without a page. */
interface Officer {
  agency: 'BELARUS' | 'RUSSIA';
  roles: string[];
  subject: string;
}

type Taken = Record<string, Record<string, { of?: string }>>;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Takes a step as the page would, with a session of the officer's own; the id of its request. */
async function take(
  browser: Browser,
  address: string,
  { agency, roles, subject }: Officer,
  [action, type, input]: readonly [action: string, type: string, input: object],
): Promise<string> {
  const context = await browser.newContext();
  const own = agency.toLowerCase();
  const cases = [agency === 'BELARUS' ? 'BY-2026-000001' : 'RU-2026-000001'];
  const page = { 'concord-playground': '1' };
  const signedIn = await context.request.post(`${address}session/development`, {
    headers: page,
    data: { agency, roles, subject, cases },
  });
  const { officer } = await signedIn.json();
  const answered = await context.request.post(`${address}graphql`, {
    headers: {
      ...page,
      'concord-session': officer.session,
      'concord-purpose': 'INVESTIGATION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'concord-case': cases[0] ?? '',
      'idempotency-key': randomUUID(),
    },
    data: {
      query: `mutation ($input: ${type}!) { ${own} { ${action}(input: $input) { __typename ... on RecordedRequest { of } } } }`,
      variables: { input },
    },
  });
  const body: { data?: Taken } = await answered.json();
  await context.close();
  const of = body.data?.[own]?.[action]?.of;
  if (of === undefined) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return of;
}

const investigator: Officer = { agency: 'BELARUS', roles: ['INVESTIGATOR'], subject: 'zaitsava' };
const supervisor: Officer = { agency: 'BELARUS', roles: ['SUPERVISOR'], subject: 'hrynevich' };
const liaison: Officer = { agency: 'BELARUS', roles: ['LIAISON'], subject: 'kavaleva' };
const foreignLiaison: Officer = { agency: 'RUSSIA', roles: ['LIAISON'], subject: 'lapina' };
const foreignSupervisor: Officer = { agency: 'RUSSIA', roles: ['SUPERVISOR'], subject: 'orlov' };

const draft = (classes: readonly string[], urgency: string, necessity: string) =>
  [
    'draftRequest',
    'DraftRequestInput',
    { to: 'RUSSIA', subject: { dossier: linkedPerson.RUSSIA }, classes, urgency, offence: '209', necessity },
  ] as const;

/**
 * Makes requests in several states, for the pictures of them.
 * @returns the id of one that waits for an answer, after a question and its reply
 */
export async function requestsForPictures(browser: Browser, address: string): Promise<string> {
  const step = (officer: Officer, action: string, input: object, type = 'RequestInput') =>
    take(browser, address, officer, [action, type, input]);
  const sent = async (...asked: Parameters<typeof draft>) => {
    const request = await take(browser, address, investigator, draft(...asked));
    return step(supervisor, 'authoriseRequest', { request });
  };
  const first = await sent(['FINANCIAL'], 'URGENT', 'The victims’ money went to this person’s accounts');
  const second = await sent(
    ['CONTACT', 'IDENTITY'],
    'URGENT_AVAILABLE',
    'A victim in Hrodna was called from a phone of this person today',
  );
  await sent(['TECHNICAL'], 'OTHER', 'The same gateway was seen in a second case');
  await take(browser, address, investigator, draft(['CASE'], 'OTHER', 'Both cases may be joined'));
  // What is sent arrives in moments.
  await pause(5_000);
  await step(foreignLiaison, 'acceptRequest', { request: first });
  const answer = { request: first, kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' };
  await step(foreignLiaison, 'proposeAnswer', answer, 'ProposeAnswerInput');
  await step(
    foreignSupervisor,
    'decideAnswer',
    { request: first, version: 3, approves: true },
    'DecideAnswerInput',
  );
  const question = { request: second, text: 'Which period do the calls fall into?' };
  const words = { request: second, approves: true, neutrality: 'About the form alone' };
  await step(foreignLiaison, 'questionRequest', question, 'RequestTextInput');
  await step(foreignSupervisor, 'countersignWords', { ...words, version: 2 }, 'CountersignWordsInput');
  await pause(5_000);
  await step(liaison, 'clarifyRequest', { request: second, text: 'This week.' }, 'RequestTextInput');
  await step(supervisor, 'countersignWords', { ...words, version: 5 }, 'CountersignWordsInput');
  await pause(5_000);
  return step(foreignLiaison, 'acceptRequest', { request: second });
}
