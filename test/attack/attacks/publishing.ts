import { randomUUID } from 'node:crypto';
import { knownGroup, linked, profile } from '../../support/end-to-end/demo.ts';
import { inputOf, leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

interface Listed {
  belarus: { dossiers: { nodes: { id: string; version: number; handlingCode: string; cases: string[] }[] } };
}

/** A dossier of Belarus and of its officers' case that both agencies have agreed to show, with its version. */
async function shareable(target: Target): Promise<{ id: string; version: number }> {
  const { body } = await target
    .investigating('belarus', 'investigator')
    .query<Listed>('{ belarus { dossiers(first: 100) { nodes { id version handlingCode cases } } } }');
  const found = body.data?.belarus.dossiers.nodes.find(
    ({ handlingCode, cases }) => handlingCode === 'SHAREABLE' && cases.includes(caseOf.belarus),
  );
  if (!found) throw new Error('the demo data has no SHAREABLE dossier');
  return found;
}

/** Whether an officer of an agency is told of a dossier of Belarus, and of this in it. */
async function isTold(
  target: Target,
  agency: 'belarus' | 'russia',
  id: string,
  text: string,
): Promise<boolean> {
  const answer = await target.investigating(agency, 'investigator').query(profile, { id });
  return answer.text.includes(text);
}

/** A new dossier that its investigator alone wants to be seen. */
async function recordedAlone(target: Target): Promise<string> {
  const input = { ...leastDossier.belarus, handlingCode: 'SHAREABLE' };
  try {
    return (await officersOf(target).recordDossier(input)).id;
  } catch {
    return 'BY-0000000000000000';
  }
}

const handle = 'Published.By.One.Officer';

/** A name that an investigator adds alone to a dossier that others see. */
async function addedAlone(target: Target): Promise<string> {
  const { id, version } = await shareable(target);
  const add = inputOf('names', { kind: 'HANDLE', script: 'LATIN', handle, provenance });
  await officersOf(target).amendDossier({ dossier: id, version, add, reason: 'Seen in a chat.' }, 'names');
  return id;
}

const groupName = 'A name that one officer has chosen';

/** Renames, as one investigator, the group of a person whom both agencies know. @returns its version since */
async function renamedAlone(target: Target, name = groupName): Promise<number> {
  const { body } = await target
    .investigating('belarus', 'investigator')
    .query<{ belarus: { group: { kind: string; version: number } } }>(
      'query ($id: ID!) { belarus { group(id: $id) { kind version } } }',
      { id: knownGroup },
    );
  if (!body.data) throw new Error('the demo data has no known group');
  const { kind, version } = body.data.belarus.group;
  const input = { group: knownGroup, version, kind, name, provenance };
  return (await officersOf(target).amendGroup(input)).version;
}

/** What an officer of an agency reads of the groups in the dossier of a member. */
async function groupsRead(target: Target, agency: 'belarus' | 'russia'): Promise<string> {
  const { body, text } = await target
    .investigating(agency, 'investigator')
    .query<{ suspect: { belarus: { memberships: object[] } } }>(
      'query ($id: ID!) { suspect(id: $id) { belarus { memberships { group { name } } } } }',
      { id: linked.belarus },
    );
  if (!body.data?.suspect.belarus.memberships) throw new Error(`no memberships are read: ${text}`);
  return JSON.stringify(body.data.suspect.belarus.memberships);
}

/** Whether an officer of an agency reads that name in the dossier of a member. */
async function readsName(target: Target, agency: 'belarus' | 'russia'): Promise<boolean> {
  await renamedAlone(target);
  return (await groupsRead(target, agency)).includes(groupName);
}

/** Whether the other agency reads a group no more as it did, once an investigator has amended it, and a supervisor has countersigned that if they do. */
async function takesGroup(target: Target, isCountersigned: boolean): Promise<boolean> {
  const before = await groupsRead(target, 'russia');
  const version = await renamedAlone(target, `Amended ${randomUUID()}`);
  if (isCountersigned)
    await target
      .investigating('belarus', 'supervisor')
      .with('idempotency-key', randomUUID())
      .query(
        'mutation ($input: CountersignGroupInput!) { belarus { countersignGroup(input: $input) { __typename } } }',
        { input: { group: knownGroup, version, neutrality: 'They call themselves so.' } },
      );
  return (await groupsRead(target, 'russia')) !== before;
}

export const publishingAttacks: readonly Attack[] = [
  {
    mend: 'countersignature',
    name: 'a dossier recorded as SHAREABLE by one officer',
    control: async (target) => {
      const { id } = await shareable(target);
      return isTold(target, 'russia', id, `"handlingCode":"SHAREABLE"`);
    },
    heldBy: ['NEEDS_COUNTERSIGNATURE'],
    attempt: async (target) => {
      const id = await recordedAlone(target);
      return isTold(target, 'russia', id, `"handlingCode":"SHAREABLE"`);
    },
  },
  {
    mend: 'countersignature of values',
    name: 'a value added by one officer to a dossier that the other agency sees',
    control: async (target) => isTold(target, 'belarus', await addedAlone(target), handle),
    attempt: async (target) => isTold(target, 'russia', await addedAlone(target), handle),
  },
  {
    mend: 'countersignature of groups',
    name: 'the name of a group, by one officer, in the dossier of a member whom the other agency knows',
    control: (target) => readsName(target, 'belarus'),
    attempt: (target) => readsName(target, 'russia'),
  },
  {
    mend: 'amended groups',
    name: 'a group that both agencies read taken from the other one, by one officer who amends it',
    control: (target) => takesGroup(target, true),
    attempt: (target) => takesGroup(target, false),
  },
];
