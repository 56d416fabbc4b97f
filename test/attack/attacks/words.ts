import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import { until } from '../../support/end-to-end/until.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { halfOf, received, receivedOf, stepOnRequest } from './asking.ts';

/** Words that are sent arrive in moments. */
const moments = 10_000;

/** An officer of a name of their own who holds both roles: of the one who writes words, and of the one who countersigns them. */
function both(target: Target, agency: AgencyName, number: string = caseOf[agency]): Caller {
  const sub = `${agency}-both-${randomUUID()}`;
  return target
    .as(agency, 'liaison', { sub, roles: ['LIAISON', 'SUPERVISOR'], cases: [number] })
    .for('INVESTIGATION', number);
}

/** Sends words that were written, where that takes a second officer. */
async function countersign(officer: Caller, agency: AgencyName, request: string): Promise<void> {
  const version = (await halfOf(officer, agency, request))?.version;
  await stepOnRequest(officer, agency, 'countersignWords', 'CountersignWordsInput', {
    request,
    version,
    approves: true,
    neutrality: 'About the form alone',
  });
}

/** Whether the officers of an agency read these words on a request within moments. */
async function arrives(target: Target, agency: AgencyName, request: string, words: string): Promise<boolean> {
  const reader = target.investigating(agency, 'liaison');
  try {
    await until(async () => {
      const half = await halfOf(reader, agency, request);
      if (!half) throw new Error('the request is not there any more');
      return half.question === words || half.clarification === words;
    }, moments);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('not within')) return false;
    throw error;
  }
}

/** Whether a question reaches the agency that asked, which one officer has written and another one, or the same, has signed. */
async function asks(target: Target, signer: (writer: Caller) => Caller): Promise<boolean> {
  const request = await received(target);
  const text = `A word to a friend over there ${randomUUID()}`;
  const writer = both(target, 'belarus');
  await stepOnRequest(writer, 'belarus', 'questionRequest', 'RequestTextInput', { request, text });
  await countersign(signer(writer), 'belarus', request);
  return arrives(target, 'russia', request, text);
}

/** The same of the reply to a question, for a request of this case. */
async function replies(target: Target, signer: (writer: Caller, number: string) => Caller): Promise<boolean> {
  const { request, number } = await receivedOf(target);
  const question = 'Which of the two numbers is meant?';
  await stepOnRequest(both(target, 'belarus'), 'belarus', 'questionRequest', 'RequestTextInput', {
    request,
    text: question,
  });
  await countersign(both(target, 'belarus'), 'belarus', request);
  if (!(await arrives(target, 'russia', request, question))) throw new Error('no question was put');
  const text = `A word to a friend over here ${randomUUID()}`;
  const writer = both(target, 'russia', number);
  await stepOnRequest(writer, 'russia', 'clarifyRequest', 'RequestTextInput', { request, text });
  await countersign(signer(writer, number), 'russia', request);
  return arrives(target, 'belarus', request, text);
}

const ofCase = (target: Target) => (_writer: Caller, number: string) => both(target, 'russia', number);

const heldBy = ['SAME_OFFICER'];

export const wordsAttacks: readonly Attack[] = [
  {
    mend: 'second officer for words',
    name: 'a question in free words that one officer sends to the other agency alone',
    control: (target) => asks(target, () => both(target, 'belarus')),
    heldBy,
    attempt: (target) => asks(target, (writer) => writer),
  },
  {
    mend: 'second officer for words',
    name: 'a reply in free words that one officer sends to the other agency alone',
    control: (target) => replies(target, ofCase(target)),
    heldBy,
    attempt: (target) => replies(target, (writer) => writer),
  },
  {
    mend: 'case of a reply',
    name: 'a reply to a question about another case’s request, sent by a supervisor who does not work on it',
    control: (target) => replies(target, ofCase(target)),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => replies(target, () => both(target, 'russia')),
  },
];
