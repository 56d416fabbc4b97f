import { randomUUID } from 'node:crypto';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { act, investigator, recorded } from './erasing.ts';

const otherCase = 'BY-2026-000777';

/** Whether an officer who works on one case adds a case to a dossier of another officer’s, whose officers then work on it. */
async function addsCase(target: Target, role: string, ofCase: string): Promise<boolean> {
  const { id, version } = await recorded(investigator(target));
  const officer = target
    .as('belarus', role, { sub: `adding-${randomUUID()}`, cases: [ofCase] })
    .for('INVESTIGATION', ofCase);
  const added = { dossier: id, version, case: otherCase, reason: 'One call centre.' };
  return (await act(officer, 'addCase', 'AddCaseInput', added)) !== undefined;
}

export const caseAttacks: readonly Attack[] = [
  {
    mend: 'case of who adds one',
    name: 'a supervisor of another case who adds that case to a dossier, to work on it',
    heldBy: ['FORBIDDEN'],
    control: (target) => addsCase(target, 'supervisor', caseOf.belarus),
    attempt: (target) => addsCase(target, 'supervisor', otherCase),
  },
  {
    mend: 'role of who adds a case',
    name: 'an investigator who adds a case to a dossier, so that a friend works on it',
    heldBy: ['FORBIDDEN'],
    control: (target) => addsCase(target, 'supervisor', caseOf.belarus),
    attempt: (target) => addsCase(target, 'investigator', caseOf.belarus),
  },
];
