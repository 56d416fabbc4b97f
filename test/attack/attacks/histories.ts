import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { leastDossier } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { act, endingToday, investigator, isErased, recorded } from './erasing.ts';
import { stolen } from './erasure.ts';

/** Whether an officer of a role reads in a dossier's history who has proposed to link it. */
async function readsProposer(target: Target, role: string): Promise<boolean> {
  const { id, version } = await recorded(investigator(target));
  const proposer = `proposing-${randomUUID()}`;
  const liaison = target.as('belarus', 'liaison', { sub: proposer, cases: [caseOf.belarus] });
  const link = { foreign: { dossier: linked.russia }, decision: 'SAME', reason: 'One passport.' };
  const proposed = await act(
    liaison.for('INVESTIGATION', caseOf.belarus),
    'proposeLink',
    'ProposeLinkInput',
    { dossier: id, version, ...link },
  );
  if (!proposed) throw new Error('no link was proposed');
  const { body, text } = await target
    .investigating('belarus', role)
    .query<{ suspect: { belarus: { history: object | null } | null } | null }>(
      'query ($id: ID!) { suspect(id: $id) { belarus { history { nodes { action by } } } } }',
      { id },
    );
  if (!body.data?.suspect?.belarus?.history) throw new Error(`no history was read: ${text}`);
  return text.includes(proposer);
}

/** A dossier that was erased, in which an officer has once disputed a value in these words. */
async function erasedWith(target: Target, words: string): Promise<string> {
  const offences = leastDossier.belarus.offences.map((offence) => ({
    ...offence,
    provenance: endingToday(),
  }));
  const { id, version, status } = await recorded(investigator(target), { offences });
  const disputed = { dossier: id, version, value: status.id, reason: words };
  if (!(await act(investigator(target), 'contestValue', 'ValueInput', disputed)))
    throw new Error('the value was not contested');
  if (!(await isErased(target, id))) throw new Error('the dossier was not erased');
  return id;
}

/** Whether an officer reads who once worked on a dossier that was erased. */
async function readsErased(target: Target, reader: Caller): Promise<boolean> {
  const dossier = await erasedWith(target, 'Told by the person.');
  const { text } = await reader.query(
    'query ($dossier: ID!) { belarus { erasedHistory(dossier: $dossier) { nodes { by action } } } }',
    { dossier },
  );
  return text.includes('"CONTEST"');
}

/** Whether words of an officer stand in a stolen backup. */
const areStolen = async (target: Target, words: string): Promise<boolean> =>
  (await stolen(target)).some((line) => line.includes(words));

export const historyAttacks: readonly Attack[] = [
  {
    mend: 'steps hidden in a history',
    name: 'who has proposed a link, read in the dossier’s history by an officer who may not read links',
    control: (target) => readsProposer(target, 'supervisor'),
    attempt: (target) => readsProposer(target, 'investigator'),
  },
  {
    mend: 'readers of an erased history',
    name: 'who worked on a dossier that was erased, read by an officer who watches over nobody',
    heldBy: ['ACTION_OF_ROLES'],
    control: (target) => readsErased(target, target.as('belarus', 'overseer').for('PREVENTION')),
    attempt: (target) => readsErased(target, target.investigating('belarus', 'investigator')),
  },
  {
    mend: 'words of an erased history',
    name: 'an officer’s words about a person whose dossier was erased, in a stolen backup',
    async control(target) {
      const words = `disputed ${randomUUID()}`;
      const { id, version, status } = await recorded(investigator(target));
      const disputed = { dossier: id, version, value: status.id, reason: words };
      await act(investigator(target), 'contestValue', 'ValueInput', disputed);
      return areStolen(target, words);
    },
    async attempt(target) {
      const words = `disputed ${randomUUID()}`;
      await erasedWith(target, words);
      return areStolen(target, words);
    },
  },
];
