import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

const names = (foreign: string) => ({ foreign: { dossier: foreign } });
let others = 0;

/** A dossier of Russia's that nobody has, under a name that no other script uses. */
const newName = (): string => {
  others += 1;
  return `RU-${String(others).padStart(16, '0')}`;
};

const taken = (officer: Caller, action: string, type: string, input: object) =>
  officer.with('idempotency-key', randomUUID()).query(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { __typename
      ... on BelarusRecordedDossier { dossier { version } } ... on InvalidInput { problems { path code } } } } }`,
    { input },
  );

/** Takes a step on a dossier of Belarus's; what came of it. */
async function step(officer: Caller, action: string, type: string, input: object): Promise<string> {
  const { body, text } = await taken(officer, action, type, input);
  if (body.data == null) throw new Error(`no answer: ${text}`);
  return text;
}

/** Whether a supervisor is left with the proposal of a second link of a dossier that is linked as `decision` already. */
async function isLeftWith(target: Target, decision: 'SAME' | 'DIFFERENT'): Promise<boolean> {
  const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
  const liaison = target.investigating('belarus', 'liaison');
  const supervisor = target.investigating('belarus', 'supervisor');
  const propose = (foreign: string, at: number, proposed: string) =>
    step(liaison, 'proposeLink', 'ProposeLinkInput', {
      dossier,
      version: at,
      ...names(foreign),
      decision: proposed,
      reason: 'The same documents',
    });
  const first = newName();
  await propose(first, version, decision);
  const signed = { dossier, version: version + 1, ...names(first) };
  const linked = await step(supervisor, 'countersignLink', 'LinkInput', signed);
  if (!linked.includes('RecordedDossier')) throw new Error(`nothing was linked: ${linked}`);
  return (await propose(newName(), version + 2, 'SAME')).includes('RecordedDossier');
}

/** Withdraws a proposal, or a decision, as an officer does who reads that it waits, or is in force; in a version that has no word for it, whichever there is. */
export async function withdraws(officer: Caller, pair: object, of: 'PROPOSAL' | 'DECISION'): Promise<string> {
  const input = { ...pair, reason: 'They are one person' };
  const { text } = await taken(officer, 'withdrawLink', 'WithdrawLinkInput', { ...input, of });
  return text.includes('not defined by type')
    ? (await taken(officer, 'withdrawLink', 'WithdrawLinkInput', input)).text
    : text;
}

/** Whether a link in force is ended by two supervisors who both withdraw the one thing, or the other. */
async function isEndedBy(target: Target, of: 'PROPOSAL' | 'DECISION'): Promise<boolean> {
  const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
  const pair = { dossier, ...names(newName()) };
  const officer = (role: string) =>
    target
      .as('belarus', role, { sub: `${role}-${randomUUID()}`, cases: [caseOf.belarus] })
      .for('INVESTIGATION', caseOf.belarus);
  const propose = (decision: string, at: number) => {
    const input = { ...pair, version: at, decision, reason: 'As the documents say' };
    return step(officer('liaison'), 'proposeLink', 'ProposeLinkInput', input);
  };
  await propose('SAME', version);
  const signed = { ...pair, version: version + 1 };
  await step(officer('supervisor'), 'countersignLink', 'LinkInput', signed);
  if (!(await propose('DIFFERENT', version + 2)).includes('RecordedDossier'))
    throw new Error('nothing was proposed on the link');
  for (let n = 0; n < 2; n += 1) await withdraws(officer('supervisor'), pair, of);
  const { text } = await officer('liaison').query(
    'query ($id: ID!) { suspect(id: $id) { belarus { links { decided { decision } } } } }',
    { id: dossier },
  );
  if (!text.includes('"links":[')) throw new Error(`no answer: ${text}`);
  return text.includes('"decision":"NONE"');
}

const otherCase = 'BY-2026-000777';
/** An officer of another case, who investigates too: so they may read the dossiers of all cases. */
const rogue = (target: Target, role: string): Caller =>
  target
    .as('belarus', role, {
      sub: randomUUID(),
      cases: [otherCase],
      roles: [role.toUpperCase(), 'INVESTIGATOR'],
    })
    .for('INVESTIGATION', otherCase);

/** Whether one liaison officer of another case has so many links, or releases, of dossiers wait for a second officer. */
async function fillsLists(target: Target, number: number, by: 'links' | 'releases'): Promise<boolean> {
  const liaison = rogue(target, 'liaison');
  for (let n = 0; n < number; n += 1) {
    const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
    const reason = 'As the documents say';
    const text =
      by === 'links'
        ? await step(liaison, 'proposeLink', 'ProposeLinkInput', {
            ...{ dossier, version, reason, decision: 'SAME' },
            ...names(newName()),
          })
        : await step(liaison, 'proposeRelease', 'ReleaseInput', {
            ...{ dossier, version, reason, to: 'RUSSIA', classes: ['IDENTITY'], purposes: ['INVESTIGATION'] },
            until: new Date(Date.now() + 86_400_000).toISOString(),
          });
    if (!text.includes('RecordedDossier')) return false;
  }
  return true;
}

/** Whether one supervisor of another case parts the persons of so many links in force, by what others of that case propose. */
async function parts(target: Target, number: number): Promise<boolean> {
  const supervisor = rogue(target, 'supervisor');
  for (let n = 0; n < number; n += 1) {
    const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
    const pair = { dossier, ...names(newName()) };
    const propose = (by: Caller, decision: string, at: number) =>
      step(by, 'proposeLink', 'ProposeLinkInput', {
        ...{ ...pair, version: at, decision, reason: 'As the documents say' },
      });
    const sign = (by: Caller, at: number) =>
      step(by, 'countersignLink', 'LinkInput', { ...pair, version: at });
    await propose(target.investigating('belarus', 'liaison'), 'SAME', version);
    const linked = await sign(target.investigating('belarus', 'supervisor'), version + 1);
    if (!linked.includes('RecordedDossier')) throw new Error(`nothing was linked: ${linked}`);
    await propose(rogue(target, 'liaison'), 'DIFFERENT', version + 2);
    if (!(await sign(supervisor, version + 3)).includes('RecordedDossier')) return false;
  }
  return true;
}

const reason = 'As the documents say';

/** Records a dossier of Belarus's that is linked, and its next version. */
async function linkedDossier(target: Target): Promise<{ dossier: string; version: number; foreign: string }> {
  const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
  const foreign = newName();
  const pair = { dossier, ...names(foreign) };
  const proposed = { ...pair, version, decision: 'SAME', reason };
  await step(target.investigating('belarus', 'liaison'), 'proposeLink', 'ProposeLinkInput', proposed);
  const signed = { ...pair, version: version + 1 };
  const linked = await step(
    target.investigating('belarus', 'supervisor'),
    'countersignLink',
    'LinkInput',
    signed,
  );
  if (!linked.includes('RecordedDossier')) throw new Error(`nothing was linked: ${linked}`);
  return { dossier, version: version + 2, foreign };
}

/** Tells whether two officers of another case can call DIFFERENT another dossier, or a hit, which may stand for the linked one. */
async function callsDifferent(target: Target, foreign: object): Promise<boolean> {
  const { dossier, version } = await linkedDossier(target);
  const proposal = { dossier, version, foreign, decision: 'DIFFERENT', reason };
  const proposed = await step(rogue(target, 'liaison'), 'proposeLink', 'ProposeLinkInput', proposal);
  if (!proposed.includes('RecordedDossier')) return false;
  const signed = { dossier, version: version + 1, foreign };
  const text = await step(rogue(target, 'supervisor'), 'countersignLink', 'LinkInput', signed);
  return text.includes('RecordedDossier');
}

/** Tells whether an officer's countersignature puts a link in force again whose person was changed by the same officer, or by another. */
async function isReviewed(target: Target, by: 'the same' | 'another'): Promise<boolean> {
  const { dossier, version, foreign } = await linkedDossier(target);
  const officer = () =>
    target
      .as('belarus', 'supervisor', {
        sub: randomUUID(),
        cases: [caseOf.belarus],
        roles: ['SUPERVISOR', 'INVESTIGATOR'],
      })
      .for('INVESTIGATION', caseOf.belarus);
  const changer = officer();
  const name = { kind: 'ALIAS', script: 'RUSSIAN', surname: 'Другой', givenName: 'Совсем', provenance };
  const amended = await step(changer, 'amendDossier', 'AmendDossierInput', {
    ...{ dossier, version, reason, add: { names: [name] } },
  });
  if (!amended.includes('RecordedDossier')) throw new Error(`nothing was changed: ${amended}`);
  const signed = { dossier, version: version + 1, ...names(foreign) };
  const text = await step(by === 'another' ? officer() : changer, 'countersignLink', 'LinkInput', signed);
  return text.includes('RecordedDossier');
}

export const linkAttacks: readonly Attack[] = [
  {
    mend: 'a link by another name',
    name: 'a link of four officers undone by two of another case, who call one of its hits DIFFERENT, uncounted',
    heldBy: ['ALREADY_LINKED'],
    control: (target) => callsDifferent(target, { dossier: newName() }),
    attempt: (target) => callsDifferent(target, { hit: 'RUH-01234567890123456789' }),
  },
  {
    mend: 'review by another',
    name: 'a person changed into another one under a link, which the officer who did it countersigns again',
    heldBy: ['SAME_OFFICER'],
    control: (target) => isReviewed(target, 'another'),
    attempt: (target) => isReviewed(target, 'the same'),
  },
  {
    mend: 'one dossier at each agency',
    name: 'proposals of links that can never be, to fill a supervisor’s list and train them to turn links down',
    control: (target) => isLeftWith(target, 'DIFFERENT'),
    heldBy: ['ALREADY_LINKED'],
    attempt: (target) => isLeftWith(target, 'SAME'),
  },
  {
    mend: 'withdrawal of what is meant',
    name: 'a link ended by two supervisors, each of whom turns down the proposal to end it',
    heldBy: ['NOT_PROPOSED'],
    control: (target) => isEndedBy(target, 'DECISION'),
    attempt: (target) => isEndedBy(target, 'PROPOSAL'),
  },
  {
    mend: 'proposals of other cases in a day',
    name: 'more links of other cases proposed by one liaison officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => fillsLists(target, 3, 'links'),
    attempt: (target) => fillsLists(target, 21, 'links'),
  },
  {
    mend: 'proposals of other cases in a day',
    name: 'more releases of other cases proposed by one liaison officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => fillsLists(target, 3, 'releases'),
    attempt: (target) => fillsLists(target, 21, 'releases'),
  },
  {
    mend: 'links parted in a day',
    name: 'more links in force parted by officers of another case in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => parts(target, 3),
    attempt: (target) => parts(target, 21),
  },
];
