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

/** Renames, as one investigator, the group of a person whom both agencies know. */
async function renamedAlone(target: Target): Promise<void> {
  const { body } = await target
    .investigating('belarus', 'investigator')
    .query<{ belarus: { group: { kind: string; version: number } } }>(
      'query ($id: ID!) { belarus { group(id: $id) { kind version } } }',
      { id: knownGroup },
    );
  if (!body.data) throw new Error('the demo data has no known group');
  const { kind, version } = body.data.belarus.group;
  await officersOf(target).amendGroup({ group: knownGroup, version, kind, name: groupName, provenance });
}

/** Whether an officer of an agency reads that name in the dossier of a member. */
async function readsName(target: Target, agency: 'belarus' | 'russia'): Promise<boolean> {
  await renamedAlone(target);
  const { text } = await target
    .investigating(agency, 'investigator')
    .query('query ($id: ID!) { suspect(id: $id) { belarus { memberships { group { name } } } } }', {
      id: linked.belarus,
    });
  return text.includes(groupName);
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
];
