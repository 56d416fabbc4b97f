import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { linked, profile } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

/** Milliseconds within which a suspension is everywhere. */
const everywhere = 5_000;

const overseer = (target: Target, subject: string) =>
  target.as('belarus', 'overseer', { sub: subject }).for('PREVENTION').with('idempotency-key', randomUUID());

/** Suspends an officer of Belarus. @returns the suspension's id */
async function suspend(target: Target, by: string, subject: string): Promise<string> {
  const { text } = await overseer(target, by).query(
    `mutation ($input: SuspendOfficerInput!) { belarus { suspendOfficer(input: $input) {
      ... on RecordedSuspension { suspension { id } } } } }`,
    { input: { subject, reason: 'Read beyond their cases.' } },
  );
  const id = /"suspension":\{"id":"([^"]+)"/.exec(text)?.[1];
  if (!id) throw new Error(`nobody was suspended: ${text}`);
  return id;
}

/** Whether an officer reads with the token that they have, a while after somebody was suspended. */
async function readsOn(target: Target, whoIsSuspended: 'they' | 'another'): Promise<boolean> {
  const subject = `turned-${randomUUID()}`;
  const officer = target.as('belarus', 'investigator', { sub: subject }).for('INVESTIGATION', caseOf.belarus);
  await officer.query(profile, { id: linked.belarus });
  await suspend(target, 'overseer-1', whoIsSuspended === 'they' ? subject : `another-${randomUUID()}`);
  await sleep(everywhere);
  const { text } = await officer.query(profile, { id: linked.belarus });
  return text.includes('"full"');
}

/** Whether an officer lets somebody in again whom they, or another officer, have suspended. */
async function reinstates(target: Target, who: 'the same' | 'another'): Promise<boolean> {
  const suspension = await suspend(target, 'overseer-1', `turned-${randomUUID()}`);
  const { text } = await overseer(target, who === 'the same' ? 'overseer-1' : 'overseer-2').query(
    `mutation ($input: ReinstateOfficerInput!) { belarus { reinstateOfficer(input: $input) {
      ... on RecordedSuspension { suspension { reinstatedBy } } ... on InvalidInput { problems { code } } } } }`,
    { input: { suspension, reason: 'A mistake.' } },
  );
  return text.includes('overseer-');
}

/** The officers whom one supervisor has locked out, of as many whom they name at the same moment. */
async function suspendsAtOnce(target: Target, number: number): Promise<number> {
  const supervisor = target
    .as('belarus', 'supervisor', { sub: `usurping-${randomUUID()}`, cases: [caseOf.belarus] })
    .for('INVESTIGATION', caseOf.belarus);
  const answers = await Promise.all(
    Array.from({ length: number }, () =>
      supervisor.with('idempotency-key', randomUUID()).query(
        `mutation ($input: SuspendOfficerInput!) { belarus { suspendOfficer(input: $input) {
          ... on RecordedSuspension { suspension { id } } ... on InvalidInput { problems { code } } } } }`,
        { input: { subject: `rival-${randomUUID()}`, reason: 'In the way.' } },
      ),
    ),
  );
  return answers.filter(({ text }) => text.includes('"suspension":{"id"')).length;
}

/** Whether one overseer lets in again so many of the officers whom two others have suspended. */
async function letsInAgain(target: Target, number: number): Promise<boolean> {
  const honest = [1, 2].map((n) => `honest-${n}-${randomUUID()}`);
  const accomplice = overseer(target, `accomplice-${randomUUID()}`);
  for (let n = 0; n < number; n += 1) {
    const suspension = await suspend(target, honest[n % 2] ?? '', `caught-${randomUUID()}`);
    const { text } = await accomplice.with('idempotency-key', randomUUID()).query(
      `mutation ($input: ReinstateOfficerInput!) { belarus { reinstateOfficer(input: $input) {
        ... on RecordedSuspension { suspension { reinstatedBy } } ... on InvalidInput { problems { code } } } } }`,
      { input: { suspension, reason: 'A mistake.' } },
    );
    if (!text.includes('accomplice-')) return false;
  }
  return true;
}

/** Whether an officer of this name goes on reading although overseers have done all that they can. */
async function cannotBeSuspended(target: Target, subject: string): Promise<boolean> {
  const officer = target.as('belarus', 'investigator', { sub: subject }).for('INVESTIGATION', caseOf.belarus);
  const reads = async () => (await officer.query(profile, { id: linked.belarus })).text.includes('"full"');
  if (!(await reads())) return false;
  await suspend(target, 'overseer-1', subject).catch(() => undefined);
  await sleep(everywhere);
  return reads();
}

/** Whether one of ten supervisors locks out more than one may in a day: it takes luck to be counted before others are written. */
async function suspendsTooMany(target: Target): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) if ((await suspendsAtOnce(target, 20)) > 10) return true;
  return false;
}

/** Whether a word in the subject of a suspension is read, by whoever reads it there. */
async function isReadOf(target: Target, read: (suspension: string) => Promise<string>): Promise<boolean> {
  const word = `warn-the-suspect-${randomUUID()}`;
  return (await read(await suspend(target, `telling-${randomUUID()}`, word))).includes(word);
}

const readAtHome = async (target: Target): Promise<string> => {
  const reader = target.as('belarus', 'overseer').for('PREVENTION');
  return (await reader.query('{ belarus { suspensions { nodes { subject } } } }')).text;
};

/** The message about this suspension, as it went over Russia’s channel. Messages about earlier ones may arrive first. */
async function readAbroad({ channelTaps }: Target, suspension: string): Promise<string> {
  for (let tries = 0; tries < 120; tries += 1) {
    for (const { body } of channelTaps.russia.take())
      for (const payload of body.match(/"payload":"[\w-]+/g) ?? []) {
        const event = Buffer.from(payload.slice('"payload":"'.length), 'base64url').toString();
        if (event.includes('concord.officer.suspended') && event.includes(suspension)) return event;
      }
    await sleep(500);
  }
  throw new Error('nobody abroad was told');
}

export const suspendedAttacks: readonly Attack[] = [
  {
    mend: 'suspension',
    name: 'a token that is good still, of an officer who was suspended',
    control: (target) => readsOn(target, 'another'),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => readsOn(target, 'they'),
  },
  {
    mend: 'second officer of a suspension',
    name: 'an officer let in again by the one who has suspended them',
    control: (target) => reinstates(target, 'another'),
    heldBy: ['SAME_OFFICER'],
    attempt: (target) => reinstates(target, 'the same'),
  },
  {
    mend: 'suspensions in a day',
    name: 'twenty officers locked out by one supervisor, who names all of them at the same moment',
    control: async (target) => (await suspendsAtOnce(target, 10)) === 10,
    heldBy: ['TOO_MANY'],
    attempt: suspendsTooMany,
  },
  {
    mend: 'reinstated in a day',
    name: 'eleven officers whom two others have suspended, let in again by one',
    control: (target) => letsInAgain(target, 10),
    heldBy: ['TOO_MANY'],
    attempt: (target) => letsInAgain(target, 11),
  },
  {
    mend: 'suspension of whoever may ask',
    name: 'an officer whose name has a blank, and whom nobody can suspend for that',
    control: (target) => readsOn(target, 'another'),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => cannotBeSuspended(target, `Turned ${randomUUID()}`),
  },
  {
    mend: 'words of a suspension',
    name: 'an insider’s words to the other agency, as the subject of a suspension',
    control: (target) => isReadOf(target, () => readAtHome(target)),
    attempt: (target) => isReadOf(target, (suspension) => readAbroad(target, suspension)),
  },
];
