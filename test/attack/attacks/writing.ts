import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

const act = (caller: Caller, mutation: string, variables: Record<string, unknown>) =>
  caller.with('idempotency-key', randomUUID()).query(mutation, variables);

const newDossier = (target: Target) => officersOf(target).recordDossier(leastDossier.belarus);

/** Whether an officer records a dossier of Belarus. */
async function records(caller: Caller): Promise<boolean> {
  const { text } = await act(
    caller,
    `mutation ($input: DossierInput!) { belarus { recordDossier(input: $input) {
      ... on BelarusRecordedDossier { id: of } ... on InvalidInput { problems { code } } } } }`,
    { input: leastDossier.belarus },
  );
  return text.includes('"id"');
}

/** Whether several actions in one request are carried out, where one is. */
async function recordsTimes(target: Target, times: number): Promise<boolean> {
  const more = Array.from(
    { length: times - 1 },
    (_none, n) => `a${n + 1}: recordDossier(input: $input) { ... on BelarusRecordedDossier { id: of } }`,
  );
  const { text } = await act(
    target.investigating('belarus', 'investigator'),
    `mutation ($input: DossierInput!) { belarus {
      a0: recordDossier(input: $input) { ... on BelarusRecordedDossier { id: of } } ${more.join(' ')} } }`,
    { input: leastDossier.belarus },
  );
  return text.includes('"id"');
}

const release = `mutation ($input: ReleaseInput!) { belarus { proposeRelease(input: $input) {
  ... on BelarusRecordedDossier { dossier { id version releases { id state } } } ... on InvalidInput { problems { code } } } } }`;

const proposal = (dossier: string, version: number) => ({
  dossier,
  version,
  to: 'RUSSIA',
  classes: ['IDENTITY'],
  purposes: ['INVESTIGATION'],
  until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  reason: 'A reason.',
});

/** Whether what a liaison of a case proposes tells that a person's dossier was closed. */
async function learnsThatItIsClosed(target: Target, ofCase: string): Promise<boolean> {
  const officers = officersOf(target);
  const { id, version } = await newDossier(target);
  const closing = { dossier: id, version, stage: 'ACQUITTED', provenance, reason: 'Acquitted.' };
  const closed = await officers.closeDossier(closing);
  const liaison = target.as('belarus', 'liaison', { cases: [ofCase] }).for('DETECTION', ofCase);
  const { text } = await act(liaison, release, { input: proposal(id, closed.version) });
  return text.includes('DOSSIER_CLOSED');
}

/** The subject of a supervisor who grants what `attacking-proposer` has proposed. */
const granting = {
  'the same': 'attacking-proposer',
  'the same in capitals': 'Attacking-PROPOSER',
  another: 'another-supervisor',
};

/** Whether a supervisor grants what a supervisor has proposed, the same or another. */
async function grants(target: Target, who: keyof typeof granting): Promise<boolean> {
  const { id, version } = await newDossier(target);
  const officer = (subject: string) =>
    target.as('belarus', 'supervisor', { sub: subject }).for('INVESTIGATION', caseOf.belarus);
  const proposed = await act(officer('attacking-proposer'), release, { input: proposal(id, version) });
  const found = /"releases":\[\{"id":"([^"]+)"/.exec(proposed.text)?.[1];
  if (!found) throw new Error(`nothing was proposed: ${proposed.text}`);
  const { text } = await act(
    officer(granting[who]),
    `mutation ($input: GrantReleaseInput!) { belarus { grantRelease(input: $input) {
      ... on BelarusRecordedDossier { dossier { releases { state } } } ... on InvalidInput { problems { code } } } } }`,
    { input: { dossier: id, version: version + 1, release: found } },
  );
  return text.includes('GRANTED');
}

/** Whether a dossier that an officer has filled, and then corrected again and again, can no longer be closed. */
async function staysOpen(target: Target, role: string): Promise<boolean> {
  const officers = officersOf(target);
  let { id, version } = await newDossier(target);
  let filled: string[] = [];
  for (let round = 0; round < 40; round++) {
    const contacts = Array.from({ length: 50 }, (_none, n) => ({
      kind: 'MESSENGER',
      value: `${round}-${n}-`.padEnd(200, 'x'),
      service: 'messenger',
      provenance,
    }));
    const step = { dossier: id, version, add: { contacts }, remove: filled, reason: 'x'.repeat(500) };
    const amended = await officers.amendDossier(step, 'contacts').catch(() => undefined);
    // It takes no more.
    if (!amended) break;
    version = amended.version;
    filled = amended.values.map((value) => value.id);
  }
  const { text } = await act(
    target.investigating('belarus', role),
    `mutation ($input: CloseDossierInput!) { belarus { closeDossier(input: $input) {
      ... on BelarusRecordedDossier { dossier { status { stage } } } ... on InvalidInput { problems { code } } } } }`,
    { input: { dossier: id, version, stage: 'ACQUITTED', provenance, reason: 'Acquitted.' } },
  );
  return !text.includes('ACQUITTED');
}

const investigatorOf = (target: Target, agency: AgencyName) => target.investigating(agency, 'investigator');

export const writingAttacks: readonly Attack[] = [
  {
    mend: 'roles of actions',
    name: 'a dossier recorded by an analyst',
    control: (target) => records(investigatorOf(target, 'belarus')),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => records(target.investigating('belarus', 'analyst')),
  },
  {
    mend: 'roles of actions',
    name: 'a dossier of Belarus recorded by an investigator of Russia',
    control: (target) => records(investigatorOf(target, 'belarus')),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => records(investigatorOf(target, 'russia')),
  },
  {
    mend: 'one action',
    name: 'several actions in one request, under one key',
    control: (target) => recordsTimes(target, 1),
    heldBy: ['ONE_ACTION_ONLY'],
    attempt: (target) => recordsTimes(target, 3),
  },
  {
    mend: 'four eyes',
    name: 'a release granted by the supervisor who proposed it',
    control: (target) => grants(target, 'another'),
    heldBy: ['SAME_OFFICER'],
    attempt: (target) => grants(target, 'the same'),
  },
  {
    mend: 'capitals of a subject',
    name: 'a release granted by the supervisor who proposed it, under a name in capitals',
    control: (target) => grants(target, 'another'),
    heldBy: ['SAME_OFFICER'],
    attempt: (target) => grants(target, 'the same in capitals'),
  },
  {
    mend: 'room to take away',
    name: 'a dossier filled and corrected until it cannot be closed',
    control: (target) => staysOpen(target, 'analyst'),
    attempt: (target) => staysOpen(target, 'supervisor'),
  },
  {
    mend: 'steps on what may be read',
    name: 'a proposal whose refusal tells a liaison of another case that the person was cleared',
    control: (target) => learnsThatItIsClosed(target, caseOf.belarus),
    heldBy: ['FORBIDDEN'],
    attempt: (target) => learnsThatItIsClosed(target, 'BY-2026-000002'),
  },
];
