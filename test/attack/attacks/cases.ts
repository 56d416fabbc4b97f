import { randomUUID } from 'node:crypto';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { receivedOf, stepOnRequest } from './asking.ts';
import { act, investigator, recorded } from './erasing.ts';

const otherCase = 'BY-2026-000777';

/** An officer adds a case to another officer's dossier, so that the officers of that case work on it. @returns whether it was added */
async function addsCase(target: Target, role: string, ofCase: string): Promise<boolean> {
  const { id, version } = await recorded(investigator(target));
  const officer = target
    .as('belarus', role, { sub: `adding-${randomUUID()}`, cases: [ofCase] })
    .for('INVESTIGATION', ofCase);
  const added = { dossier: id, version, case: otherCase, reason: 'One call centre.' };
  return (await act(officer, 'addCase', 'AddCaseInput', added)) !== undefined;
}

/** A supervisor of Russia, of the request's case or of another one, withdraws what Belarus was asked. @returns whether it was withdrawn */
async function withdraws(target: Target, whose: 'its' | 'another'): Promise<boolean> {
  const { request, number } = await receivedOf(target);
  const ofCase = whose === 'its' ? number : 'RU-2026-000777';
  const supervisor = target
    .as('russia', 'supervisor', { sub: `withdrawing-${randomUUID()}`, cases: [ofCase] })
    .for('INVESTIGATION', ofCase);
  const text = await stepOnRequest(supervisor, 'russia', 'withdrawRequest', 'RequestInput', { request });
  return text.includes('RecordedRequest');
}

/** An investigator of Russia, of the request's case or of another one and a liaison officer too, closes what Belarus was asked. @returns whether it was closed */
async function closes(target: Target, whose: 'its' | 'another'): Promise<boolean> {
  const { request, number } = await receivedOf(target);
  const of = (ofCase: string) =>
    target
      .as('russia', 'investigator', {
        sub: `closing-${randomUUID()}`,
        cases: [ofCase],
        roles: ['INVESTIGATOR', 'LIAISON'],
      })
      .for('INVESTIGATION', ofCase);
  const ended = await stepOnRequest(of(number), 'russia', 'withdrawRequest', 'RequestInput', { request });
  if (!ended.includes('RecordedRequest')) throw new Error(`it was not withdrawn: ${ended}`);
  const closing = of(whose === 'its' ? number : 'RU-2026-000777');
  const text = await stepOnRequest(closing, 'russia', 'closeRequest', 'RequestInput', { request });
  return text.includes('RecordedRequest');
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
  {
    mend: 'case of a withdrawal',
    name: 'a request for information withdrawn by a supervisor of another case',
    heldBy: ['FORBIDDEN'],
    control: (target) => withdraws(target, 'its'),
    attempt: (target) => withdraws(target, 'another'),
  },
  {
    mend: 'case of a closing',
    name: 'a request that has ended closed by an officer of another case, before those of its own see it',
    heldBy: ['FORBIDDEN'],
    control: (target) => closes(target, 'its'),
    attempt: (target) => closes(target, 'another'),
  },
];
