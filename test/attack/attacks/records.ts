import { randomUUID } from 'node:crypto';
import { leastDossier, officersOf } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

interface OnRecord {
  belarus: { reads: { nodes: { by: string; dossiers: string[] }[] } };
}

/** A new dossier of Belarus with a release that is only proposed. */
async function proposed(target: Target): Promise<{ dossier: string; release: string }> {
  const { id: dossier, version } = await officersOf(target).recordDossier(leastDossier.belarus);
  const { text } = await target
    .investigating('belarus', 'supervisor')
    .with('idempotency-key', randomUUID())
    .query(
      `mutation ($input: ReleaseInput!) { belarus { proposeRelease(input: $input) {
        ... on BelarusRecordedDossier { dossier { releases { id } } } } } }`,
      {
        input: {
          dossier,
          version,
          to: 'RUSSIA',
          classes: ['IDENTITY'],
          purposes: ['INVESTIGATION'],
          until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
          reason: 'A reason.',
        },
      },
    );
  const release = /"releases":\[\{"id":"([^"]+)"/.exec(text)?.[1];
  if (!release) throw new Error(`nothing was proposed: ${text}`);
  return { dossier, release };
}

/**
 * Whether the record of reads names a dossier as read by an officer who asks for a release of it that is only proposed, and is told of it
 * or not.
 */
async function isNamedAsRead(target: Target, role: string, isTold: boolean): Promise<boolean> {
  const { dossier, release } = await proposed(target);
  const name = `asking-for-nothing-${randomUUID()}`;
  const answer = await target
    .as('belarus', role, { sub: name })
    .for('INVESTIGATION', caseOf.belarus)
    .query('query ($id: ID!) { node(id: $id) { id } }', { id: release });
  if (answer.text.includes(release) !== isTold) throw new Error(`not what ${role} is told: ${answer.text}`);
  const { body, text } = await target
    .as('belarus', 'overseer')
    .for('PREVENTION')
    .under('NATIONAL_LAW')
    .query<OnRecord>('{ belarus { reads(first: 100) { nodes { by dossiers } } } }');
  if (!body.data) throw new Error(`the overseer is told nothing: ${text}`);
  return body.data.belarus.reads.nodes.some(({ by, dossiers }) => by === name && dossiers.includes(dossier));
}

export const recordAttacks: readonly Attack[] = [
  {
    mend: 'reads of what is told',
    name: 'an officer named as a reader of a dossier of which they were told nothing',
    // Analysts are shown what was granted alone.
    control: (target) => isNamedAsRead(target, 'supervisor', true),
    attempt: (target) => isNamedAsRead(target, 'analyst', false),
  },
];
