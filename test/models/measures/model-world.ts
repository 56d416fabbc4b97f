import type { Measuring } from '../../../subgraphs/agency/actions/measures/measuring.ts';
import { speakOnMeasure } from '../../../subgraphs/agency/actions/measures/speak-on-measure.ts';
import { measureEffects } from '../../../subgraphs/agency/actions/receive/measure-effects.ts';
import type { Effects } from '../../../subgraphs/agency/channel/in/effects.ts';
import { compareMeasuresNow } from '../../../subgraphs/agency/jobs/start-comparing-measures.ts';
import { measureBasis } from '../../../subgraphs/agency/matching/two-key/measure-basis.ts';
import { openComparing } from '../../../subgraphs/agency/open-comparing.ts';
import { openMeasuring } from '../../../subgraphs/agency/open-measuring.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { CheckRecord } from '../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import { comparedMeasuresOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measures-of.ts';
import { shownConflicts } from '../../../subgraphs/agency/records/measures/comparing/shown-conflict.ts';
import {
  type MeasurePace,
  usualMeasurePace,
} from '../../../subgraphs/agency/records/measures/measure-pace.ts';
import { Killer } from '../../subgraphs/agency/actions/indicators/killer.ts';
import { dossierOf } from '../../support/hand-made-dossiers.ts';
import { testNaming } from '../../support/match-keys.ts';
import { addNextKeys, newKeys } from '../../support/two-key/change-keys.ts';
import { sharedComparing } from '../../support/two-key/shared-comparing.ts';
import { quick } from '../../support/world/comparing.ts';
import { parkedOf, type Transport, wireBetween } from '../../support/world/wire.ts';
import { world as worldOf } from '../../support/world/world.ts';
import { fieldsShown } from './oracle.ts';
import { lateOperation, type ModelSide, modelSides, operations, type Plan } from './plan.ts';
import { standInCurve } from './stand-in-curve.ts';

/** Full batches: how many go together changes nothing of what is found. */
const batches: MeasurePace = { ...usualMeasurePace, slots: 64, quota: 1_000_000 };

/** What an agency says of a plan. */
export interface Said {
  state: string;
  /** The weeks of its open conflicts. */
  open: string[];
}

export interface ModelWorldOptions {
  random(): number;
  start: Date;
  /** The real curve, in its thread. */
  isReal: boolean;
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dossierId = ({ side, number }: Plan): string =>
  `${side === 'BELARUS' ? 'BY' : 'RU'}-${String(number).padStart(10, '0')}`;
const rowId = (plan: Plan): string => `${dossierId(plan)} M${plan.number}`;

/** Both agencies and the channel between them, each over a database, as plans live in them. */
export async function modelWorld({ random, start, isReal }: ModelWorldOptions) {
  const [indicatorKeys, keys] = [newKeys(), newKeys()];
  const world = await worldOf({ start });
  const killer = new Killer();
  const counts = { shown: 0, parked: 0 };
  const late = { BELARUS: false, RUSSIA: false };
  let [now, isBad, isCut] = [start, false, false];
  const opening = isReal ? await sharedComparing() : openComparing;
  const known = (side: ModelSide): string[] => [...operations, ...(late[side] ? [lateOperation] : [])];

  const open = (side: ModelSide): Measuring => {
    const { definition, models } = world.of[side];
    const comparing = opening(
      definition,
      models,
      { keys: indicatorKeys[side], pace: quick, naming: testNaming },
      () => undefined,
    );
    const parts = openMeasuring(
      { models, comparing, naming: testNaming, contactPoint: definition.contactPoint },
      {
        keys: keys[side],
        pace: batches,
        operationsWith: async () => known(side),
      },
      () => undefined,
    );
    const { measures, compared, checks } = parts;
    return {
      ...parts,
      ...(!isReal && { curve: standInCurve }),
      measures: { ...killer.watch(measures), tokens: killer.watch(measures.tokens) },
      compared: killer.watch(compared),
      checks: killer.watch(checks),
    };
  };
  const parts = { BELARUS: open('BELARUS'), RUSSIA: open('RUSSIA') };

  /** Does a piece of work in a process that sometimes ends at one of its calls, and is started again. */
  const killing = <Result>(work: () => Promise<Result>): Promise<Result> =>
    killer.twice(isBad ? Math.floor(random() * 60) : Number.MAX_SAFE_INTEGER, random() < 0.5, work);

  const effectsOf = (side: ModelSide): Effects =>
    new Map(
      [...measureEffects(parts[side])].map(([type, apply]) => [
        type,
        (arrival: Parameters<typeof apply>[0]) => {
          counts.shown += fieldsShown(arrival.data);
          return killing(() => apply(arrival));
        },
      ]),
    );

  /** Loses all, the last ones, or the answers; or hands everything over twice. */
  const bad: Transport = async (_from, lines, hand) => {
    const what = random();
    if (isCut || what < 0.2) return [];
    if (what < 0.4) return hand(lines.slice(0, Math.ceil(lines.length / 2)));
    if (what < 0.5) {
      await hand(lines);
      return [];
    }
    if (what < 0.6) await hand(lines);
    return hand(lines);
  };
  const wire = wireBetween(
    {
      BELARUS: { ...world.of.BELARUS, effects: effectsOf('BELARUS') },
      RUSSIA: { ...world.of.RUSSIA, effects: effectsOf('RUSSIA') },
    },
    () => now,
  );
  const straight = wire.transport;

  const authorised = new Map<number, Date>();
  const base = dossierOf('BY-0000000000');
  const { provenance } = base.status;
  const decision = { decision: 'SAME', decidedAt: start } as const;

  /** The dossier of a plan, with its measure in a state. */
  function dossierFor(plan: Plan, state: string): DossierRecord {
    // What is changed of a dossier afterwards is under the same authorisation.
    const authorisedAt = authorised.get(plan.number) ?? now;
    authorised.set(plan.number, authorisedAt);
    const { side, number, phones, emails, link, from, until, secrecy, operation, isOfTarget, isUrgent } =
      plan;
    const values = [
      ...phones.map((value) => ({ kind: 'PHONE', value })),
      ...emails.map((value) => ({ kind: 'EMAIL', value })),
    ].map((each, place) => ({ ...each, id: `C${place}`, provenance }));
    const others = side === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
    const pair = link?.split(' ').map(Number) ?? [];
    const linked = pair.find((each) => each !== number);
    const links =
      linked === undefined
        ? []
        : [
            {
              agency: others,
              dossier: `${others === 'BELARUS' ? 'BY' : 'RU'}-${String(linked).padStart(10, '0')}`,
              own: decision,
              told: decision,
            },
          ];
    const measure = {
      id: `M${number}`,
      state,
      window: { from: dayText(from), until: dayText(until) },
      case: plan.case,
      plannedBy: plan.officer,
      authorisedBy: 'supervisor',
      authorisedAt,
      ...(isOfTarget && { target: 'C0' }),
      ...(operation !== undefined && { operation }),
      ...(secrecy === 'SECRET_COMPARED' && { comparesSecret: true }),
      ...(isUrgent && { urgency: 'FLIGHT', startedBy: 'supervisor', startedAt: authorisedAt }),
      provenance,
    };
    return {
      ...base,
      _id: dossierId(plan),
      recordedWith: `test ${dossierId(plan)}`,
      agency: side,
      handlingCode: secrecy === 'NONE' ? 'ON_RELEASE' : 'ORIGINATOR_ONLY',
      cases: [plan.case],
      contacts: values,
      instruments: [],
      infrastructure: [],
      documents: [],
      roles: [],
      links,
      measures: [measure],
    } as unknown as DossierRecord;
  }

  /** Writes plans as the writes of dossiers do: the dossier, and the row that follows from it. */
  async function put(side: ModelSide, plans: readonly Plan[], state: string): Promise<void> {
    if (plans.length === 0) return;
    const { models } = world.of[side];
    const all = plans.map((plan) => dossierFor(plan, state));
    const rows = all.flatMap((dossier) =>
      comparedMeasuresOf(dossier, () => measureBasis(dossier, testNaming.idOf)),
    );
    if (state === 'AUTHORISED')
      await models.dossiers.collection.bulkWrite(
        all.map((replacement) => ({
          replaceOne: {
            filter: { _id: replacement._id as never },
            replacement: replacement as never,
            upsert: true,
          },
        })),
        { ignoreUndefined: true },
      );
    await models.comparedMeasures.bulkWrite(
      rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } })),
    );
  }

  async function round(): Promise<void> {
    now = new Date(now.getTime() + batches.rhythm);
    for (const side of modelSides) await killing(() => compareMeasuresNow(parts[side], { now }));
    wire.transport = isBad || isCut ? bad : straight;
    counts.parked += parkedOf(await wire.carry());
    // Nobody reads what was heard here, and of 100,000 plans it is gigabytes.
    for (const side of modelSides) wire.heard[side].length = 0;
  }

  const underWay = { state: { $in: ['WAITING', 'BLINDED', 'MADE', 'COMPARED', 'SENT', 'GONE'] as never[] } };
  const isStill = async (): Promise<boolean> => {
    for (const side of modelSides)
      if (await world.of[side].models.measureTokens.exists(underWay)) return false;
    return true;
  };

  return {
    counts,
    get now() {
      return now;
    },
    get kills() {
      return killer.kills;
    },
    known,
    put,
    round,
    /** Lets time pass without a round. */
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    /** Loses, doubles and holds messages from now on, and ends processes. */
    worsen(worse: boolean) {
      isBad = worse;
    },
    /** Lets nothing through at all. */
    cut(isDown: boolean) {
      isCut = isDown;
    },
    learnOperation(side: ModelSide) {
      late[side] = true;
    },
    /** Gives both agencies their next keys, as after a new start. */
    changeKeys: () => addNextKeys(keys),
    /** Goes on until everything is told and taken back. @returns false where it never is */
    async settle(): Promise<boolean> {
      for (let rounds = 0; rounds < 400; rounds++) {
        await round();
        if (!(await isStill())) continue;
        await round();
        if (await isStill()) return true;
      }
      return false;
    },
    /** What an agency says of its plans. */
    async said(side: ModelSide, plans: readonly Plan[]): Promise<ReadonlyMap<number, Said>> {
      const found = await world.of[side].models.measureChecks
        .find({ _id: { $in: plans.map(rowId) } })
        .lean<CheckRecord[]>();
      const byId = new Map(found.map((record) => [record._id, record]));
      return new Map(
        plans.map((plan) => {
          const record = byId.get(rowId(plan));
          const open = record
            ? shownConflicts(record.check)
                .filter(({ state }) => state === 'OPEN')
                .map(({ week }) => week)
            : [];
          return [plan.number, { state: record?.state ?? 'NONE', open: [...new Set(open)].sort() }];
        }),
      );
    },
    /** Has a supervisor speak on all open conflicts of a plan. @returns false where there is none */
    async speak(plan: Plan, kind: 'COORDINATE' | 'OVERRIDE'): Promise<boolean> {
      const checks = parts[plan.side].checks;
      const id = rowId(plan);
      const record = await checks.read(id);
      if (!record) return false;
      const by = 'supervisor';
      const author = {
        by,
        at: now,
        mandate: {},
        idempotency: { key: `${plan.number} ${now.getTime()} ${kind}`, fingerprint: kind },
      } as never;
      const said = { run: record.check.run ?? '', by, at: now };
      const event =
        kind === 'COORDINATE' ? { kind, ...said } : { kind, ...said, reason: 'NO_CLASH' as const };
      const outcome = await speakOnMeasure(checks, author, {
        id,
        version: record.version,
        isKnown: async () => true,
        event,
      });
      return 'check' in outcome;
    },
    stop: () => world.stop(),
  };
}

export type ModelWorld = Awaited<ReturnType<typeof modelWorld>>;
