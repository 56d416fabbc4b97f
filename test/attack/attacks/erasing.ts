import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { inputOf, leastDossier, provenance } from '../../support/end-to-end/officer.ts';
import { ended, launchScript } from '../../support/end-to-end/processes.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { withdraws } from './links.ts';

const otherCase = 'BY-2026-000777';
const reason = 'No longer needed.';
const today = () => new Date().toISOString().slice(0, 10);
export const endingToday = () => ({ ...provenance, retainUntil: today() });

interface Held {
  id: string;
  version: number;
  status: { id: string };
  offences: { id: string }[];
  contacts: { id: string }[];
}

/** An investigator of Belarus whom nobody knows, who works on one case. */
export const investigator = (target: Target, number: string = caseOf.belarus): Caller =>
  target
    .as('belarus', 'investigator', { sub: `erasing-${randomUUID()}`, cases: [number] })
    .for('INVESTIGATION', number);

/** @returns the dossier as it is then; undefined where the step was not taken */
export async function act(
  officer: Caller,
  action: string,
  type: string,
  input: object,
): Promise<Held | undefined> {
  const { body } = await officer.with('idempotency-key', randomUUID()).query<{
    belarus: Record<string, { dossier?: Held }>;
  }>(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) {
      ... on BelarusRecordedDossier { dossier { id version status { id } offences { id } contacts { id } } } } } }`,
    { input },
  );
  return body.data?.belarus?.[action]?.dossier;
}

const phonesOf = (number: number) =>
  inputOf(
    'contacts',
    ...Array.from({ length: number }, (_none, n) => ({
      kind: 'PHONE',
      value: `+37529${String(1_000_000 + n)}`,
      provenance,
    })),
  );

export async function recorded(officer: Caller, changed: object = {}): Promise<Held> {
  const held = await act(officer, 'recordDossier', 'DossierInput', { ...leastDossier.belarus, ...changed });
  if (!held) throw new Error('nothing was recorded');
  return held;
}

/** The dossier as an officer of its case reads it; null where it is no more. */
async function read(target: Target, id: string): Promise<Held | null> {
  const { body, text } = await investigator(target).query<{ suspect: { belarus: Held | null } | null }>(
    'query ($id: ID!) { suspect(id: $id) { belarus { id version status { id } offences { id } contacts { id } } } }',
    { id },
  );
  if (body.data === undefined) throw new Error(`nothing is read: ${text}`);
  return body.data?.suspect?.belarus ?? null;
}

/** Whether a dossier is no more after the daily run. */
export async function isErased(target: Target, id: string): Promise<boolean> {
  const { code } = await ended(
    launchScript('commands/retention.ts', target.settings, '--agency', 'belarus'),
    60_000,
  );
  if (code !== 0) throw new Error(`the daily run ended with ${code}`);
  return (await read(target, id)) === null;
}

/** Records a dossier whose time is over on the same day, and waits for nothing but the daily run. */
export async function erasesWhatIsDue(target: Target): Promise<boolean> {
  const offences = leastDossier.belarus.offences.map((offence) => ({
    ...offence,
    provenance: endingToday(),
  }));
  const { id } = await recorded(investigator(target), { offences });
  return isErased(target, id);
}

/** Another officer's dossier, and what one officer of its case makes of its status. */
async function erasesWith(
  target: Target,
  step: (rogue: Caller, held: Held) => Promise<unknown>,
): Promise<boolean> {
  const held = await recorded(investigator(target));
  await step(investigator(target), held);
  return isErased(target, held.id);
}

/** Whether an officer contests phones of a dossier and has a step of their removal taken. */
async function strips(officer: Caller, { id, version, contacts }: Held): Promise<boolean> {
  const [value] = contacts;
  const contested = { dossier: id, version, value: value?.id, reason };
  const after = await act(officer, 'contestValue', 'ValueInput', contested);
  if (!after) throw new Error('the value was not contested');
  const removal = { dossier: id, version: after.version, remove: [value?.id], reason };
  return (await act(officer, 'amendDossier', 'AmendDossierInput', removal)) !== undefined;
}

/** Whether one officer has so many phones of another one's dossier removed by a step. */
async function removes(target: Target, number: number): Promise<boolean> {
  const { id, version, contacts } = await recorded(investigator(target), phonesOf(number));
  const remove = contacts.map((contact) => contact.id);
  const removal = { dossier: id, version, remove, reason };
  return (await act(investigator(target), 'amendDossier', 'AmendDossierInput', removal)) !== undefined;
}

/** Whether one supervisor, who works on another case, takes back so many proposed links of dossiers. */
async function takesBack(target: Target, number: number): Promise<boolean> {
  const liaison = target
    .as('belarus', 'liaison', { sub: `linking-${randomUUID()}`, cases: [caseOf.belarus] })
    .for('INVESTIGATION', caseOf.belarus);
  const rogue = target
    .as('belarus', 'supervisor', { sub: `taking-back-${randomUUID()}`, cases: [otherCase] })
    .for('INVESTIGATION', otherCase);
  for (let n = 0; n < number; n += 1) {
    const { id, version } = await recorded(investigator(target));
    const foreign = { dossier: `RU-TAKENBACK${String(n).padStart(4, '0')}` };
    const pair = { dossier: id, foreign, reason };
    if (!(await act(liaison, 'proposeLink', 'ProposeLinkInput', { ...pair, version, decision: 'SAME' })))
      throw new Error('no link was proposed');
    if (!(await withdraws(rogue, pair, 'PROPOSAL')).includes('RecordedDossier')) return false;
  }
  return true;
}

/** Whether one supervisor, who works on another case, takes back the removal of so many phones of a dossier, which two officers have proposed. */
async function keepsWhatIsToGo(target: Target, number: number): Promise<boolean> {
  const { id, version, contacts } = await recorded(investigator(target), phonesOf(number));
  const values = contacts.map((contact) => contact.id);
  const half = Math.ceil(values.length / 2);
  let at = version;
  for (const remove of [values.slice(0, half), values.slice(half)]) {
    const proposed = await act(investigator(target), 'amendDossier', 'AmendDossierInput', {
      dossier: id,
      version: at,
      remove,
      reason,
    });
    if (!proposed) throw new Error('no removal was proposed');
    at = proposed.version;
  }
  const rogue = target
    .as('belarus', 'supervisor', { sub: `keeping-${randomUUID()}`, cases: [otherCase] })
    .for('INVESTIGATION', otherCase);
  return (await act(rogue, 'takeBackRemoval', 'TakeBackRemovalInput', { dossier: id, values })) !== undefined;
}

/** Whether one supervisor, who works on another case, turns down so many proposals that a dossier be SHAREABLE. */
async function turnsDown(target: Target, number: number): Promise<boolean> {
  const rogue = target
    .as('belarus', 'supervisor', { sub: `turning-down-${randomUUID()}`, cases: [otherCase] })
    .for('INVESTIGATION', otherCase);
  const { id, version } = await recorded(investigator(target));
  for (let n = 0, at = version; n < number; n += 1) {
    const proposal = { dossier: id, version: at, reason };
    const asked = await act(investigator(target), 'proposeShareable', 'ProposeShareableInput', proposal);
    if (!asked) throw new Error('nothing was proposed');
    const refused = { dossier: id, version: asked.version };
    const after = await act(rogue, 'turnDownShareable', 'DossierVersionInput', refused);
    if (!after) return false;
    at = after.version;
  }
  return true;
}

/** Whether one officer, who works on another case, contests so many phones of a dossier. */
async function contests(target: Target, number: number): Promise<boolean> {
  const { id, version, contacts } = await recorded(investigator(target), phonesOf(number));
  const rogue = investigator(target, otherCase);
  for (const [index, { id: value }] of contacts.entries())
    if (
      !(await act(rogue, 'contestValue', 'ValueInput', {
        dossier: id,
        version: version + index,
        value,
        reason,
      }))
    )
      return false;
  return true;
}

const supervisor = (target: Target): Caller =>
  target
    .as('belarus', 'supervisor', { sub: `agreeing-${randomUUID()}`, cases: [caseOf.belarus] })
    .for('INVESTIGATION', caseOf.belarus);

/** Has a dossier’s value end today, by two officers who are in it together. @returns the dossier; undefined where a step was not taken */
async function endsToday(rogue: Caller, accomplice: Caller, { id, version }: Held, value?: string) {
  const shortened = { dossier: id, version, value, retainUntil: today(), reason };
  const proposed = await act(rogue, 'setRetention', 'RetentionInput', shortened);
  const agreeing = { dossier: id, version: proposed?.version, values: [value] };
  return proposed && act(accomplice, 'countersignRemoval', 'RemovalInput', agreeing);
}

/** Whether two officers can have so many dossiers of others erased in a day, by their status alone. */
async function eraseTogether(target: Target, number: number): Promise<boolean> {
  const [rogue, accomplice] = [investigator(target), supervisor(target)];
  for (let n = 0; n < number; n += 1) {
    const held = await recorded(investigator(target));
    if (!(await endsToday(rogue, accomplice, held, held.status.id))) return false;
  }
  return true;
}

/** What two officers have agreed to end today of another one’s dossier: when that takes effect, and what supervisors are told of it. */
async function agreedTo(target: Target, chosen: (held: Held) => string | undefined) {
  const held = await recorded(investigator(target), phonesOf(1));
  if (!(await endsToday(investigator(target), supervisor(target), held, chosen(held))))
    throw new Error('they could not agree');
  const { body } = await supervisor(target).query<{
    suspect: { belarus: { removals: { from: string }[] } };
    belarus: { notices: { nodes: { dossier: string | null }[] } };
  }>(
    `query ($id: ID!) {
      suspect(id: $id) { belarus { removals { from } } }
      belarus { notices(kinds: [ERASURE_AHEAD], first: 50) { nodes { dossier } } } }`,
    { id: held.id },
  );
  const from = body.data?.suspect.belarus.removals[0]?.from;
  if (from === undefined) throw new Error('no removal was read');
  return {
    days: (Date.parse(from) - Date.now()) / 86_400_000,
    isTold: body.data?.belarus.notices.nodes.some(({ dossier }) => dossier === held.id) === true,
  };
}

/** Whether supervisors are told of the erasure of a dossier that two officers agreed to, and may have taken back. */
async function isToldOf(target: Target, isTakenBack: boolean): Promise<boolean> {
  const held = await recorded(investigator(target));
  const values = [held.status.id];
  const accomplice = supervisor(target);
  if (!(await endsToday(investigator(target), accomplice, held, held.status.id)))
    throw new Error('they could not agree');
  const back = { dossier: held.id, values };
  if (isTakenBack && !(await act(accomplice, 'takeBackRemoval', 'TakeBackRemovalInput', back)))
    throw new Error('it was not taken back');
  const { text } = await supervisor(target).query(
    '{ belarus { notices(kinds: [ERASURE_AHEAD], first: 50) { nodes { dossier } } } }',
  );
  return text.includes(held.id);
}

const phoneOf = ({ contacts }: Held) => contacts[0]?.id;
const statusOf = ({ status }: Held) => status.id;

export const erasingAttacks: readonly Attack[] = [
  {
    mend: 'second officer of a removal',
    foundIn: '8ca3b3d1',
    name: 'a dossier erased with its history by one officer, who ends the time of its offences and its status',
    control: erasesWhatIsDue,
    attempt: (target) =>
      erasesWith(target, async (rogue, { id, version, status, offences }) => {
        let from = version;
        for (const { id: value } of [...offences, status]) {
          const shortened = { dossier: id, version: from, value, retainUntil: today(), reason };
          const after = await act(rogue, 'setRetention', 'RetentionInput', shortened);
          from = after?.version ?? from;
        }
      }),
  },
  {
    mend: 'term of a value that takes another’s place',
    name: 'a dossier erased with its history by a new status whose time is over',
    control: erasesWhatIsDue,
    attempt: (target) =>
      erasesWith(target, (rogue, { id, version }) => {
        const add = { status: { stage: 'ACCUSED', provenance: endingToday() } };
        return act(rogue, 'amendDossier', 'AmendDossierInput', { dossier: id, version, add, reason });
      }),
  },
  {
    mend: 'case of a change',
    foundIn: '8ca3b3d1',
    name: 'another case’s dossier stripped of a phone, by contesting it and taking it out',
    heldBy: ['FORBIDDEN'],
    control: async (target) => {
      const officer = investigator(target);
      return strips(officer, await recorded(officer, phonesOf(1)));
    },
    attempt: async (target) =>
      strips(investigator(target, otherCase), await recorded(investigator(target), phonesOf(1))),
  },
  {
    mend: 'removals in a day',
    name: 'more removed by one officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => removes(target, 20),
    attempt: (target) => removes(target, 21),
  },
  {
    mend: 'taken back in a day',
    name: 'more links of other cases taken back by one supervisor in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => takesBack(target, 3),
    attempt: (target) => takesBack(target, 21),
  },
  {
    mend: 'removals taken back in a day',
    name: 'more removals of other cases taken back by one supervisor in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => keepsWhatIsToGo(target, 20),
    attempt: (target) => keepsWhatIsToGo(target, 22),
  },
  {
    mend: 'turned down in a day',
    name: 'more proposals of other cases turned down by one supervisor in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => turnsDown(target, 20),
    attempt: (target) => turnsDown(target, 21),
  },
  {
    mend: 'contested in a day',
    name: 'more values of other cases contested by one officer in a day than others can look at, to end the warnings on them',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => contests(target, 20),
    attempt: (target) => contests(target, 21),
  },
  {
    mend: 'removals of a whole dossier',
    name: 'twenty dossiers erased in a day by two officers, who end the time of nothing but each one’s status',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => eraseTogether(target, 2),
    attempt: (target) => eraseTogether(target, 20),
  },
  {
    mend: 'wait of a whole dossier',
    name: 'a dossier erased within six days by two officers, who end the time of its status',
    control: async (target) => (await agreedTo(target, phoneOf)).days < 6,
    attempt: async (target) => (await agreedTo(target, statusOf)).days < 6,
  },
  {
    mend: 'notice of a whole dossier',
    name: 'a dossier that two officers have erased, and its other supervisors are not told ahead',
    control: async (target) => !(await agreedTo(target, phoneOf)).isTold,
    attempt: async (target) => !(await agreedTo(target, statusOf)).isTold,
  },
  {
    mend: 'notice of what was taken back',
    name: 'a notice of an erasure that two officers agreed to and took back, among which the next one is not seen',
    control: (target) => isToldOf(target, false),
    attempt: (target) => isToldOf(target, true),
  },
];
