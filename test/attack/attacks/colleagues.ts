import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { halfOf, received, stepOnRequest } from './asking.ts';

const otherCase = 'BY-2026-000777';

/** An officer of Belarus of a name of their own. */
function officer(target: Target, role: string, sub: string, number: string = caseOf.belarus): Caller {
  return target.as('belarus', role, { sub, cases: [number] }).for('INVESTIGATION', number);
}

const rogue = (target: Target, role = 'liaison') => officer(target, role, `rogue-${randomUUID()}`, otherCase);

const arrived = (target: Target, number: number): Promise<string[]> =>
  Promise.all(Array.from({ length: number }, () => received(target)));

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
    attempt: (target) => keepsWaiting(target, 51, 'questions'),
  },
  {
    mend: 'refusals in a day',
    name: 'more requests held up by one liaison officer in a day, who proposes to call each impossible',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => keepsWaiting(target, 3, 'refusals'),
    attempt: (target) => keepsWaiting(target, 51, 'refusals'),
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
