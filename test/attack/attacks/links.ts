import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { leastDossier, officersOf } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

const names = (foreign: string) => ({ foreign: { dossier: foreign } });
let others = 0;

/** A dossier of Russia's that nobody has, under a name that no other script uses. */
const newName = (): string => {
  others += 1;
  return `RU-${String(others).padStart(16, '0')}`;
};

/** Takes a step on a dossier of Belarus's; what came of it. */
async function step(officer: Caller, action: string, type: string, input: object): Promise<string> {
  const { body, text } = await officer.with('idempotency-key', randomUUID()).query(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { __typename
      ... on BelarusRecordedDossier { dossier { version } } ... on InvalidInput { problems { path code } } } } }`,
    { input },
  );
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

export const linkAttacks: readonly Attack[] = [
  {
    mend: 'one dossier at each agency',
    name: 'proposals of links that can never be, to fill a supervisor’s list and train them to turn links down',
    control: (target) => isLeftWith(target, 'DIFFERENT'),
    heldBy: ['ALREADY_LINKED'],
    attempt: (target) => isLeftWith(target, 'SAME'),
  },
];
