import { leastDossier, officersOf } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { halfOf, received, stepOnRequest } from './asking.ts';

/** Whether two officers of Belarus give Russia an answer, a release of a dossier's classes, under a legal basis. */
async function gives(target: Target, legalBasis: string): Promise<boolean> {
  const { id } = await officersOf(target).recordDossier(leastDossier.belarus);
  const request = await received(target, id);
  const [liaison, supervisor] = [
    target.investigating('belarus', 'liaison'),
    target.investigating('belarus', 'supervisor'),
  ];
  await stepOnRequest(liaison, 'belarus', 'acceptRequest', 'RequestInput', { request });
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const answer = { request, kind: 'GRANTED', until };
  const proposed = await stepOnRequest(
    liaison.under(legalBasis),
    'belarus',
    'proposeAnswer',
    'ProposeAnswerInput',
    answer,
  );
  if (!proposed.includes('RecordedRequest')) return false;
  const version = (await halfOf(supervisor, 'belarus', request))?.version;
  const decided = await stepOnRequest(
    supervisor.under(legalBasis),
    'belarus',
    'decideAnswer',
    'DecideAnswerInput',
    { request, version, approves: true },
  );
  return decided.includes('RecordedRequest');
}

export const answerAttacks: readonly Attack[] = [
  {
    mend: 'ground of an answer',
    name: 'an answer that gives another agency classes of a dossier under national law',
    control: (target) => gives(target, 'COOPERATION_AGREEMENT'),
    heldBy: ['MANDATE_INVALID'],
    attempt: (target) => gives(target, 'NATIONAL_LAW'),
  },
];
