import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { inputOf, leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

type Purpose = Parameters<Caller['for']>[0];

/** A supervisor of Belarus with a name of their own. */
const supervisor = (target: Target, purpose: Purpose) =>
  target.newOfficer('belarus', 'supervisor').for(purpose, caseOf.belarus);

/** Releases classes of a dossier to Russia by two supervisors; the second one grants it for a purpose. */
async function release(
  target: Target,
  { dossier, version }: { dossier: string; version: number },
  classes: string[],
  purpose: Purpose,
): Promise<void> {
  const act = (officer: Caller, action: string, type: string, input: object) =>
    officer.with('idempotency-key', randomUUID()).query(
      `mutation ($input: ${type}!) { belarus { ${action}(input: $input) {
        ... on BelarusRecordedDossier { dossier { releases { id state } } } } } }`,
      { input },
    );
  const proposed = await act(supervisor(target, 'INVESTIGATION'), 'proposeRelease', 'ReleaseInput', {
    dossier,
    version,
    to: 'RUSSIA',
    classes,
    purposes: ['INVESTIGATION'],
    until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    reason: 'A reason.',
  });
  const [, found] = /"id":"([^"]+)","state":"PROPOSED"/.exec(proposed.text) ?? [];
  const granted = await act(supervisor(target, purpose), 'grantRelease', 'GrantReleaseInput', {
    dossier,
    version: version + 1,
    release: found,
  });
  if (!found || granted.text.includes('PROPOSED') || !granted.text.includes('GRANTED'))
    throw new Error(`nothing was granted: ${proposed.text} ${granted.text}`);
}

const phone = '+375291234567';

/**
 * Whether Russia reads a phone that one officer has added to a released dossier, once a supervisor has granted a further release
 * of it for a purpose.
 */
async function showsPhone(target: Target, classes: string[], purpose: Purpose): Promise<boolean> {
  const officers = officersOf(target);
  const { id, version } = await officers.recordDossier(leastDossier.belarus);
  await release(target, { dossier: id, version }, ['IDENTITY', 'CONTACT', 'TECHNICAL'], 'INVESTIGATION');
  const add = inputOf('contacts', { kind: 'PHONE', value: phone, provenance });
  await officers.amendDossier({ dossier: id, version: version + 2, add }, 'contacts');
  await release(target, { dossier: id, version: version + 3 }, classes, purpose);
  const { text } = await target
    .investigating('russia', 'investigator')
    .query('query ($id: ID!) { suspect(id: $id) { belarus { id contacts { value } } } }', { id });
  if (!text.includes(id)) throw new Error(`the dossier is not seen abroad: ${text}`);
  return text.includes(phone);
}

export const countersigningAttacks: readonly Attack[] = [
  {
    mend: 'classes of a countersignature',
    name: 'a phone countersigned by the grant of a release of something else, by a supervisor who may not read it',
    control: (target) => showsPhone(target, ['CONTACT'], 'INVESTIGATION'),
    attempt: (target) => showsPhone(target, ['TECHNICAL'], 'PREVENTION'),
  },
];
