import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { inputOf, leastDossier, provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';
import { recorded } from './erasing.ts';

const otherCase = 'BY-2026-000777';

/** A day so many days from now, where measures are taken. */
const day = (later: number) =>
  new Date(Date.now() + 3 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

const ground = 'Code of Criminal Procedure, Article 208';
const plan = () => ({ kind: 'SEARCH', window: { from: day(0), until: day(2) }, ground, provenance });

/** An officer of Belarus of a name of their own, or of this one. */
const officer = (
  target: Target,
  role: string,
  sub: string = randomUUID(),
  number: string = caseOf.belarus,
): Caller =>
  target.as('belarus', role, { sub: `measures-${sub}`, cases: [number] }).for('INVESTIGATION', number);

interface Measured {
  id: string;
  version: number;
  plannedMeasures: { id: string; state: string }[];
}

/** Takes a step on a measure. @returns the dossier as it is then; undefined where it was not taken */
async function step(by: Caller, action: string, type: string, input: object): Promise<Measured | undefined> {
  const { body } = await by.with('idempotency-key', randomUUID()).query<{
    belarus: Record<string, { dossier?: Measured }>;
  }>(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { ... on InvalidInput { problems { code } }
      ... on BelarusRecordedDossier { dossier { id version plannedMeasures { id state } } } } } }`,
    { input },
  );
  return body.data?.belarus?.[action]?.dossier;
}

/** A dossier with a measure that an officer of this name has planned. */
async function planned(
  target: Target,
  by: string,
): Promise<{ dossier: string; version: number; measure: string }> {
  const planner = officer(target, 'investigator', by);
  const { id, version } = await recorded(planner);
  const after = await step(planner, 'planMeasure', 'PlanMeasureInput', {
    dossier: id,
    version,
    plan: plan(),
  });
  const [measure] = after?.plannedMeasures ?? [];
  if (!after || !measure) throw new Error('nothing was planned');
  return { dossier: id, version: after.version, measure: measure.id };
}

/** Whether a supervisor of this name authorises a measure that an officer of another one has planned. */
async function authorises(target: Target, planner: string, supervisor: string): Promise<boolean> {
  const input = await planned(target, planner);
  const after = await step(
    officer(target, 'supervisor', supervisor),
    'authoriseMeasure',
    'AuthoriseMeasureInput',
    input,
  );
  return after?.plannedMeasures.some(({ state }) => state === 'AUTHORISED') ?? false;
}

/** Whether a dossier is recorded with a measure that is said to be in this state. */
async function recordsAs(target: Target, state: string): Promise<boolean> {
  const { window: _, ...measure } = { ...plan(), state, date: day(0) };
  const values = { ...leastDossier.belarus, ...inputOf('measures', measure) };
  const dossier = await step(officer(target, 'investigator'), 'recordDossier', 'DossierInput', values);
  return dossier?.plannedMeasures.some((each) => each.state === state) ?? false;
}

/** Gives another officer's measure up under this case, by a supervisor, who may read all dossiers. @returns true if it was given up */
async function cancels(target: Target, number: string): Promise<boolean> {
  const input = { ...(await planned(target, randomUUID())), reason: 'No longer needed.' };
  const by = officer(target, 'supervisor', randomUUID(), number);
  return (await step(by, 'cancelMeasure', 'EndMeasureInput', input)) !== undefined;
}

/** Whether a measure that is planned or done is taken out of its dossier by amending it, without a step on measures. */
async function takesOut(target: Target, isPlanned: boolean): Promise<boolean> {
  const planner = randomUUID();
  const by = officer(target, 'investigator', planner);
  if (isPlanned) {
    const { dossier, version, measure } = await planned(target, planner);
    return (
      (await step(by, 'amendDossier', 'AmendDossierInput', { dossier, version, remove: [measure] })) !==
      undefined
    );
  }
  const { window: _, ...done } = { ...plan(), state: 'CANCELLED', date: day(0) };
  const { id, version } = await recorded(by, inputOf('measures', done));
  const { body } = await by.query<{ suspect: { belarus: { measures: { id: string }[] } } }>(
    'query ($id: ID!) { suspect(id: $id) { belarus { measures { id } } } }',
    { id },
  );
  const remove = body.data?.suspect.belarus.measures.map((each) => each.id);
  return (
    (await step(by, 'amendDossier', 'AmendDossierInput', { dossier: id, version, remove })) !== undefined
  );
}

/** Whether one supervisor starts so many measures at once, without the days and the comparison that any other start waits for. */
async function startsAtOnce(target: Target, number: number): Promise<boolean> {
  const supervisor = officer(target, 'supervisor');
  for (let started = 0; started < number; started++) {
    const input = { ...(await planned(target, randomUUID())), urgency: 'LIFE' };
    if (!(await step(supervisor, 'startMeasure', 'StartMeasureInput', input))) return false;
  }
  return true;
}

/** What one officer takes alone of what two are to take, or takes of another case. */
export const measureAttacks: readonly Attack[] = [
  {
    mend: 'second officer of a measure',
    name: 'a measure authorised by whoever has planned it, as a supervisor',
    heldBy: ['SAME_OFFICER'],
    control: (target) => authorises(target, randomUUID(), randomUUID()),
    attempt(target) {
      const alone = randomUUID();
      return authorises(target, alone, alone);
    },
  },
  {
    mend: 'authorisation of a measure',
    name: 'a measure recorded as authorised, which nobody has authorised',
    heldBy: ['NEEDS_AUTHORISATION'],
    control: (target) => recordsAs(target, 'PLANNED'),
    attempt: (target) => recordsAs(target, 'AUTHORISED'),
  },
  {
    mend: 'case of a measure',
    name: 'another case’s measure given up by a supervisor who works on none of its dossier’s cases',
    heldBy: ['FORBIDDEN'],
    control: (target) => cancels(target, caseOf.belarus),
    attempt: (target) => cancels(target, otherCase),
  },
  {
    mend: 'open measure of an amendment',
    name: 'a planned measure taken out of its dossier without a step on it',
    heldBy: ['MEASURE_OPEN'],
    control: (target) => takesOut(target, false),
    attempt: (target) => takesOut(target, true),
  },
  {
    mend: 'urgent starts in a day',
    name: 'more measures started at once by one supervisor in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => startsAtOnce(target, 3),
    attempt: (target) => startsAtOnce(target, 11),
  },
];
