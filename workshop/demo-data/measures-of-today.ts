import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { MeasureOutcome } from '../../subgraphs/agency/records/values/measure-outcome.ts';
import type { Measure } from '../../subgraphs/agency/records/values/measures.ts';
import { isClosed } from '../../subgraphs/agency/records/values/status.ts';
import type { Provenance } from '../../subgraphs/agency/records/values/value.ts';
import { nextErasureOf, valuesOf } from '../../subgraphs/agency/records/values/values-of.ts';
import { subgraphOf } from '../../terms/agencies.ts';
import { dayOf, daysAfter } from '../../terms/days.ts';
import { measureKinds, measureUrgencies } from '../../terms/enums.ts';
import { isTargetOf, needsTarget } from '../../terms/measure-targets.ts';
import type { DemoAgency } from './agencies/demo-agencies.ts';
import { valueIdFrom } from './chance/ids.ts';
import type { Random } from './chance/random.ts';
import { demoCaseOf } from './lists/cases.ts';
import { groundOf, type MeasureKind } from './lists/grounds.ts';

/** How far a measure has come, on the day that the demo data are made for. */
type Stage = 'PLANNED' | 'AUTHORISED' | 'UNDER_WAY' | 'URGENT' | 'DONE' | 'UNAUTHORISED';

const stages: readonly (readonly [Stage, number])[] = [
  ['PLANNED', 5],
  ['AUTHORISED', 4],
  ['UNDER_WAY', 4],
  ['URGENT', 1],
  ['DONE', 6],
  ['UNAUTHORISED', 2],
];

const regions: Record<DemoAgency, readonly Measure['region'][]> = {
  BELARUS: ['BY-HM', 'BY-MI', 'BY-HO', 'BY-BR'],
  RUSSIA: ['RU-MOW', 'RU-SPE', 'RU-SMO', 'RU-BRY'],
};

const noOutcome: MeasureOutcome = {
  ...{ arrested: 0, searched: 0, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [], seized: [], returned: [] },
};

/** A result that fits the kind of measure. */
function outcomeOf(kind: MeasureKind, agency: DemoAgency, random: Random): MeasureOutcome {
  const sum = { amount: `${random.between(200, 90_000)}.00`, currency: agency === 'BELARUS' ? 'BYN' : 'RUB' };
  switch (kind) {
    case 'ARREST':
      return { ...noOutcome, arrested: random.between(1, 4), searched: random.between(0, 4) };
    case 'SEARCH':
    case 'SEIZURE':
    case 'CONTROLLED_PURCHASE':
      return {
        ...noOutcome,
        searched: random.between(1, 3),
        things: [
          { kind: 'PHONE', count: random.between(1, 12) },
          { kind: 'SIM_CARD', count: random.between(1, 400) },
        ],
        seized: random.chance(0.5) ? [sum] : [],
      };
    case 'ACCOUNT_FREEZE':
      return { ...noOutcome, blocked: 1, seized: [sum], returned: random.chance(0.3) ? [sum] : [] };
    case 'VICTIM_WARNING':
      return { ...noOutcome, victimsFound: random.between(3, 60), victimsWarned: random.between(1, 40) };
    case 'INTERVIEW':
    case 'SUMMONS':
      return { ...noOutcome, questioned: random.between(1, 5) };
    default:
      return kind.endsWith('_BLOCK') || kind === 'TAKEDOWN'
        ? { ...noOutcome, blocked: random.between(1, 8) }
        : noOutcome;
  }
}

/** The days of a measure of a stage, seen from today, as days from it. */
const daysOf: Record<Stage, (random: Random) => readonly [from: number, until: number]> = {
  PLANNED: (random) =>
    [random.between(2, 20), random.between(20, 30)].sort((one, other) => one - other) as [number, number],
  AUTHORISED: (random) => [random.between(-1, 1), random.between(2, 9)],
  UNDER_WAY: (random) => [random.between(-9, -4), random.between(-3, 3)],
  URGENT: (random) => {
    const day = random.between(-5, -1);
    return [day, day];
  },
  DONE: (random) => [random.between(-30, -20), random.between(-19, -17)],
  UNAUTHORISED: (random) => {
    const day = random.between(-20, -2);
    return [day, day];
  },
};

const nine = (day: string): Date => new Date(`${day}T09:00:00Z`);

/** The part of a measure that follows from how far it has come: who did what of it, and when. */
function progress(
  stage: Stage,
  agency: DemoAgency,
  [from, until]: readonly [string, string],
  random: Random,
): Partial<Measure> {
  const [plannedBy, supervisor] = [
    `${subgraphOf(agency)}-investigator-1`,
    `${subgraphOf(agency)}-supervisor-1`,
  ];
  const window = { window: { from, until } };
  const authorised = { authorisedBy: supervisor, authorisedAt: nine(dayOf(daysAfter(new Date(from), -2))) };
  const started = { startedBy: plannedBy, startedAt: nine(from) };
  switch (stage) {
    case 'PLANNED':
      return { plannedBy, state: 'PLANNED', ...window };
    case 'AUTHORISED':
      return { plannedBy, state: 'AUTHORISED', ...window, ...authorised };
    case 'UNDER_WAY':
      return { plannedBy, state: 'UNDER_WAY', ...window, ...authorised, ...started };
    case 'URGENT':
      return {
        ...{ plannedBy, state: 'UNDER_WAY', ...window, startedBy: supervisor, startedAt: nine(from) },
        urgency: random.pick(measureUrgencies),
      };
    case 'DONE':
      return { plannedBy, state: 'DONE', ...window, ...authorised, ...started };
    case 'UNAUTHORISED':
      return { plannedBy, state: 'DONE', isUnauthorised: true };
  }
}

/** A measure of a kind that fits the dossier; undefined where the dossier has nothing that the kind could be against. */
function measureOf(
  dossier: DossierRecord,
  kind: MeasureKind,
  random: Random,
  today: Date,
): Measure | undefined {
  const agency = dossier.agency as DemoAgency;
  const targets = valuesOf(dossier).filter((located) => isTargetOf(kind, located));
  if (needsTarget(kind) && targets.length === 0) return undefined;
  const target =
    targets.length > 0 && (needsTarget(kind) || random.chance(0.5)) ? random.pick(targets) : undefined;
  const stage = random.weighted(stages);
  const [first, last] = daysOf[stage](random);
  const days = [dayOf(daysAfter(today, first)), dayOf(daysAfter(today, Math.min(last, first + 13)))] as const;
  const [caseNumber] = dossier.cases;
  const recordedAt = nine(dayOf(daysAfter(today, Math.min(first, 0) - 3)));
  const provenance: Provenance = {
    ...{ sourceReliability: 'A', informationAccuracy: 1, legalBasis: 'NATIONAL_LAW', contested: false },
    recordedAt,
    retainUntil: new Date(
      Date.UTC(recordedAt.getUTCFullYear() + 5, recordedAt.getUTCMonth(), recordedAt.getUTCDate()),
    ),
  };
  const measure = {
    ...{ id: valueIdFrom(random), kind, date: days[0], ground: groundOf(agency, kind) },
    region: random.pick(regions[agency]),
    ...(caseNumber !== undefined && { case: caseNumber }),
    ...(target && { target: target.value.id }),
    ...progress(stage, agency, days, random),
    provenance,
  } as Measure;
  return measure.state === 'DONE' ? { ...measure, outcome: outcomeOf(kind, agency, random) } : measure;
}

const kinds = measureKinds.filter((kind) => kind !== 'OTHER');

/**
 * A dossier with measures that were planned, authorised and taken by the steps on measures, seen from a day; some were taken by one officer. One of a person
 * whose proceedings have ended has none that is open. Every open one of the demo case has some, where a kind fits.
 */
export function withMeasuresOfToday(dossier: DossierRecord, random: Random, today: Date): DossierRecord {
  if (isClosed(dossier)) return dossier;
  const isShown = dossier.cases.includes(demoCaseOf(dossier.agency as DemoAgency));
  if (!isShown && !random.chance(0.35)) return dossier;
  const drawn = Array.from({ length: random.between(1, 3) }, () => random.pick(kinds));
  const added = drawn.flatMap((kind) => measureOf(dossier, kind, random, today) ?? []);
  const changed = { ...dossier, measures: [...dossier.measures, ...added] };
  return { ...changed, nextErasure: nextErasureOf(changed) };
}
