import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { leastDossier, officersOf } from '../../support/end-to-end/officer.ts';
import { until } from '../../support/end-to-end/until.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { halfOf, received, receivedOf, stepOnRequest } from './asking.ts';

const otherCase = 'BY-2026-000777';

/** An officer of Belarus of a name of their own. */
function officer(target: Target, role: string, sub: string, number: string = caseOf.belarus): Caller {
  return target.as('belarus', role, { sub, cases: [number] }).for('INVESTIGATION', number);
}

const rogue = (target: Target, role = 'liaison') => officer(target, role, `rogue-${randomUUID()}`, otherCase);

const arrived = (target: Target, number: number, dossier?: string): Promise<string[]> =>
  Promise.all(Array.from({ length: number }, () => received(target, dossier)));

async function takesUp(liaison: Caller, request: string): Promise<boolean> {
  const version = (await halfOf(liaison, 'belarus', request))?.version;
  const input = { request, version };
  const text = await stepOnRequest(liaison, 'belarus', 'takeUpRequest', 'RequestVersionInput', input);
  return text.includes('RecordedRequest');
}

/** Whether a liaison officer of another case takes so many requests over from the one who answers for them. */
async function takesOver(target: Target, number: number): Promise<boolean> {
  const honest = officer(target, 'liaison', `honest-${randomUUID()}`);
  const taking = rogue(target);
  for (const request of await arrived(target, number)) {
    if (!(await takesUp(honest, request))) throw new Error('it was not taken up');
    if (!(await takesUp(taking, request))) return false;
  }
  return true;
}

/** Whether one liaison officer stops the clocks of so many requests with questions of the closed list, or proposes to refuse them. */
async function keepsWaiting(target: Target, number: number, by: 'questions' | 'refusals'): Promise<boolean> {
  const waiting = rogue(target);
  for (const request of await arrived(target, number)) {
    const text =
      by === 'questions'
        ? await stepOnRequest(waiting, 'belarus', 'questionForm', 'QuestionFormInput', {
            request,
            questions: ['PERIOD_UNCLEAR'],
          })
        : await stepOnRequest(waiting, 'belarus', 'proposeAnswer', 'ProposeAnswerInput', {
            request,
            kind: 'IMPOSSIBLE',
          });
    if (!text.includes('RecordedRequest')) return false;
  }
  return true;
}

/** Whether words that waited are put away by an officer of another case, and whether the request’s events say so of them. */
async function putsAway(target: Target): Promise<{ isGone: boolean; isNamed: boolean }> {
  const request = await received(target);
  const honest = officer(target, 'liaison', `honest-${randomUUID()}`);
  const words = { request, text: 'Which of the two numbers is meant?' };
  await stepOnRequest(honest, 'belarus', 'questionRequest', 'RequestTextInput', words);
  const name = `rogue-${randomUUID()}`;
  const supervisor = officer(target, 'supervisor', name, otherCase);
  const version = (await halfOf(supervisor, 'belarus', request))?.version;
  const decision = { request, version, approves: false };
  await stepOnRequest(supervisor, 'belarus', 'countersignWords', 'CountersignWordsInput', decision);
  const { text } = await honest.query(
    'query ($id: ID!) { belarus { request(id: $id) { belarus { waitingWords { step } events { kind by } } } } }',
    { id: request },
  );
  if (!text.includes('"events"')) throw new Error(`no answer: ${text}`);
  return { isGone: text.includes('"waitingWords":null'), isNamed: text.includes(name) };
}

/** Whether one liaison officer takes up so many requests that nobody has. */
async function takesAll(target: Target, number: number): Promise<boolean> {
  const taking = rogue(target);
  for (const request of await arrived(target, number)) if (!(await takesUp(taking, request))) return false;
  return true;
}

/** @returns whether a supervisor of another case could turn down an answer that an officer of the request's case has proposed */
async function turnsDownAnswer(target: Target, request: string, supervisor: Caller): Promise<boolean> {
  const proposal = { request, kind: 'NO_DATA' };
  const honest = officer(target, 'liaison', `honest-${randomUUID()}`);
  await stepOnRequest(honest, 'belarus', 'acceptRequest', 'RequestInput', { request });
  const proposed = await stepOnRequest(honest, 'belarus', 'proposeAnswer', 'ProposeAnswerInput', proposal);
  if (!proposed.includes('RecordedRequest')) throw new Error(`nothing was proposed: ${proposed}`);
  const version = (await halfOf(supervisor, 'belarus', request))?.version;
  const decision = { request, version, approves: false };
  const text = await stepOnRequest(supervisor, 'belarus', 'decideAnswer', 'DecideAnswerInput', decision);
  return text.includes('RecordedRequest');
}

/** @returns whether one supervisor of another case could propose answers to so many accepted requests, beside which no other can be proposed */
async function parks(target: Target, number: number): Promise<boolean> {
  const supervisor = rogue(target, 'supervisor');
  const { id } = await officersOf(target).recordDossier(leastDossier.belarus);
  for (const request of await arrived(target, number, id)) {
    await stepOnRequest(
      target.investigating('belarus', 'liaison'),
      'belarus',
      'acceptRequest',
      'RequestInput',
      {
        request,
      },
    );
    const proposal = { request, kind: 'NO_DATA' };
    const text = await stepOnRequest(supervisor, 'belarus', 'proposeAnswer', 'ProposeAnswerInput', proposal);
    if (!text.includes('RecordedRequest')) return false;
  }
  return true;
}

/** Whether one supervisor of another case turns so many proposed answers down. */
async function turnsDown(target: Target, number: number): Promise<boolean> {
  const supervisor = rogue(target, 'supervisor');
  const { id } = await officersOf(target).recordDossier(leastDossier.belarus);
  for (const request of await arrived(target, number, id))
    if (!(await turnsDownAnswer(target, request, supervisor))) return false;
  return true;
}

/** Whether an answer is turned down by a supervisor of another case, and whether the request’s events say so of them. */
async function putsAnswerAway(target: Target): Promise<{ isGone: boolean; isNamed: boolean }> {
  const { id } = await officersOf(target).recordDossier(leastDossier.belarus);
  const request = await received(target, id);
  const name = `rogue-${randomUUID()}`;
  const isGone = await turnsDownAnswer(target, request, officer(target, 'supervisor', name, otherCase));
  const { text } = await officer(target, 'liaison', `honest-${randomUUID()}`).query(
    'query ($id: ID!) { belarus { request(id: $id) { belarus { events { kind by } } } } }',
    { id: request },
  );
  if (!text.includes('"events"')) throw new Error(`no answer: ${text}`);
  return { isGone, isNamed: text.includes(name) };
}

/** Whether one liaison officer of the asking agency writes so many replies to a question, each in the place of the last. */
async function rewrites(target: Target, number: number): Promise<boolean> {
  const { request, number: itsCase } = await receivedOf(target);
  const question = { request, questions: ['PERIOD_UNCLEAR'] };
  await stepOnRequest(rogue(target), 'belarus', 'questionForm', 'QuestionFormInput', question);
  const writing = target
    .as('russia', 'liaison', { sub: `writing-${randomUUID()}`, cases: [itsCase] })
    .for('INVESTIGATION', itsCase);
  await until(async () => (await halfOf(writing, 'russia', request))?.state === 'CLARIFICATION', 120_000);
  for (let n = 0; n < number; n += 1) {
    const reply = { request, text: `In May, ${n}` };
    const text = await stepOnRequest(writing, 'russia', 'clarifyRequest', 'RequestTextInput', reply);
    if (!text.includes('RecordedRequest')) return false;
  }
  return true;
}

export const colleagueAttacks: readonly Attack[] = [
  {
    mend: 'requests taken over in a day',
    name: 'more requests taken over from a colleague by one liaison officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => takesOver(target, 3),
    attempt: (target) => takesOver(target, 21),
  },
  {
    mend: 'questions in a day',
    name: 'more clocks of requests stopped by one liaison officer in a day than the other agency can answer',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => keepsWaiting(target, 3, 'questions'),
    attempt: (target) => keepsWaiting(target, 21, 'questions'),
  },
  {
    mend: 'refusals in a day',
    name: 'more requests held up by one liaison officer in a day, who proposes to call each impossible',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => keepsWaiting(target, 3, 'refusals'),
    attempt: (target) => keepsWaiting(target, 51, 'refusals'),
  },
  {
    mend: 'requests taken up in a day',
    name: 'all requests that nobody has taken up by one liaison officer, before the others see them',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => takesAll(target, 3),
    attempt: (target) => takesAll(target, 31),
  },
  {
    mend: 'answers turned down in a day',
    name: 'more answers turned down by one supervisor of another case in a day than others can propose anew',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => turnsDown(target, 3),
    attempt: (target) => turnsDown(target, 21),
  },
  {
    mend: 'answers from outside in a day',
    name: 'more answers proposed by one supervisor of another case in a day than the officers of the requests can turn down',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => parks(target, 3),
    attempt: (target) => parks(target, 21),
  },
  {
    mend: 'trace of answers that were turned down',
    name: 'an answer of a colleague turned down by a supervisor of another case, of which nothing is left',
    control: async (target) => (await putsAnswerAway(target)).isGone,
    attempt: async (target) => {
      const { isGone, isNamed } = await putsAnswerAway(target);
      return isGone && !isNamed;
    },
  },
  {
    mend: 'replies in a day',
    name: 'a request that one liaison officer makes grow with replies, each in the place of the last',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => rewrites(target, 3),
    attempt: (target) => rewrites(target, 51),
  },
  {
    mend: 'trace of words that were turned down',
    name: 'words of a colleague turned down by a supervisor of another case, of which nothing is left',
    control: async (target) => (await putsAway(target)).isGone,
    attempt: async (target) => {
      const { isGone, isNamed } = await putsAway(target);
      return isGone && !isNamed;
    },
  },
];
