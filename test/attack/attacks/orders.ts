import { randomUUID } from 'node:crypto';
import { leastDossier } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { act, endingToday, erasesWhatIsDue, investigator, isErased, recorded } from './erasing.ts';

/** Has a court's order take all offences of another officer's dossier but one that was added for it, whose time is over. */
async function erasesByOrder(target: Target): Promise<boolean> {
  const { id, version, offences } = await recorded(investigator(target));
  const supervisor = target
    .as('belarus', 'supervisor', { sub: `ordering-${randomUUID()}`, cases: [caseOf.belarus] })
    .for('INVESTIGATION', caseOf.belarus);
  const added = leastDossier.belarus.offences.map((each) => ({ ...each, provenance: endingToday() }));
  const add = { dossier: id, version, add: { offences: added }, reason: 'Another count' };
  const planted = await act(investigator(target), 'amendDossier', 'AmendDossierInput', add);
  if (!planted) throw new Error('nothing was added');
  await act(supervisor, 'removeByOrder', 'RemoveByOrderInput', {
    dossier: id,
    version: planted.version,
    values: offences.map(({ id: value }) => value),
    order: 'ERASURE_ORDERED',
  });
  return isErased(target, id);
}

export const orderAttacks: readonly Attack[] = [
  {
    mend: 'order on a whole dossier',
    name: 'a dossier erased on the same day, by a court’s order on all offences but one that was planted',
    control: erasesWhatIsDue,
    attempt: erasesByOrder,
  },
];
