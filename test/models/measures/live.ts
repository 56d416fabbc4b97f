import { randomFrom } from '../requests/random.ts';
import { type ModelWorld, modelWorld, type Said } from './model-world.ts';
import { clashOf, dayThere, type Expected, expectedOf, isOver, wordOn } from './oracle.ts';
import { isFirstOfLink, type ModelSide, modelSides, type Plan, planOf } from './plan.ts';

/** What came of comparing so many plans. */
export interface Counts {
  plans: number;
  /** Plans that were to be in conflict at some time. */
  conflicts: number;
  restarts: number;
  /** Plans of which a conflict, or that there is none, was not found. */
  missed: number;
  /** Plans of which was found what is not so. */
  mistaken: number;
  shown: number;
  /** Those of which nothing is compared, and those that said so while nobody answered. */
  notCompared: number;
  unchecked: number;
  overBudget: number;
  parked: number;
}

export interface Living {
  plans: number;
  seed?: number;
  /** Plans that are in flight together. */
  together?: number;
  isReal?: boolean;
}

/** Plans in force, by their agency, and what was said on their clashes. */
interface InForce {
  plans: Map<number, Plan>;
  words: Map<string, 'COORDINATED' | 'OVERRIDDEN'>;
  inConflict: Set<number>;
  uncompared: Set<number>;
}

const of = ({ plans }: InForce, side: ModelSide): Plan[] =>
  [...plans.values()].filter((plan) => plan.side === side);
const otherOf = (side: ModelSide): ModelSide => (side === 'BELARUS' ? 'RUSSIA' : 'BELARUS');

/** Plans by what they may meet, so that not each is held against each. */
function meetable(plans: readonly Plan[]): (plan: Plan) => Plan[] {
  const keysOf = ({ phones, emails, link }: Plan) => [
    ...phones,
    ...emails,
    ...(link === undefined ? [] : [link]),
  ];
  const byKey = new Map<string, Plan[]>();
  for (const plan of plans) for (const key of keysOf(plan)) byKey.set(key, [...(byKey.get(key) ?? []), plan]);
  return (plan) => [...new Set(keysOf(plan).flatMap((key) => byKey.get(key) ?? []))];
}

/** Counts one plan as what was found of it, against what was to be found; what is wrong is told, with all plans that it may meet. */
function judge(counts: Counts, plan: Plan, others: readonly Plan[], expected: Expected, told: Said): void {
  const [{ found, open }, { state, open: said }] = [expected, told];
  const isSame = state === found && JSON.stringify(said) === JSON.stringify(open);
  if (isSame) return;
  process.stderr.write(`${JSON.stringify({ plan, expected, told, others })}\n`);
  if (found === 'CONFLICT' || state === 'WAITING' || state === 'UNCHECKED' || state === 'NONE')
    counts.missed++;
  else counts.mistaken++;
}

/** Holds what both agencies say of all plans in force against what is so. */
async function compare(world: ModelWorld, force: InForce, counts: Counts): Promise<void> {
  for (const [number, plan] of force.plans) if (isOver(plan, world.now)) force.plans.delete(number);
  for (const side of modelSides) {
    const plans = of(force, side);
    const others = meetable(of(force, otherOf(side)));
    const said = await world.said(side, plans);
    for (const plan of plans) {
      const expected = expectedOf(plan, others(plan), force.words);
      if (expected.found === 'CONFLICT') force.inConflict.add(plan.number);
      if (expected.found === 'NOT_COMPARED') force.uncompared.add(plan.number);
      judge(counts, plan, others(plan), expected, said.get(plan.number) ?? { state: 'NONE', open: [] });
    }
  }
}

/** Supervisors speak on a part of the conflicts, each on all that are open to them: none has heard what the other agency says at the same time. */
async function speak(world: ModelWorld, force: InForce, random: () => number): Promise<void> {
  const heard = new Map(force.words);
  for (const side of modelSides) {
    const others = meetable(of(force, otherOf(side)));
    for (const plan of of(force, side)) {
      if (!force.inConflict.has(plan.number) || random() < 0.4) continue;
      const kind = random() < 0.8 ? 'COORDINATE' : 'OVERRIDE';
      const open = others(plan).filter((other) => {
        const here = force.words.get(wordOn(plan, other));
        const isSettled =
          here === 'OVERRIDDEN' || (here !== undefined && heard.get(wordOn(other, plan)) === 'COORDINATED');
        return clashOf(plan, other).length > 0 && !isSettled;
      });
      if (!(await world.speak(plan, kind))) continue;
      for (const other of open)
        force.words.set(wordOn(plan, other), kind === 'COORDINATE' ? 'COORDINATED' : 'OVERRIDDEN');
    }
  }
}

/** A plan as it is when its dossier has changed: it has a phone more, which another plan may have too, none but its target, or is for its owner alone. */
function changed(plan: Plan, others: readonly Plan[], random: () => number): Plan {
  const what = random();
  if (what < 0.2) return { ...plan, secrecy: plan.secrecy === 'NONE' ? 'SECRET' : 'NONE' };
  if (what < 0.5) return { ...plan, phones: plan.phones.slice(0, plan.isOfTarget ? 1 : 0) };
  const met = others[Math.floor(random() * others.length)]?.phones[0];
  return met === undefined || plan.phones.includes(met) ? plan : { ...plan, phones: [...plan.phones, met] };
}

/** The lives of some plans that are in flight together, from which some are left. */
async function generation(
  world: ModelWorld,
  force: InForce,
  { random, counts, size, first }: { random: () => number; counts: Counts; size: number; first: number },
): Promise<void> {
  let number = first;
  const authorise = async (count: number, meeting: number) => {
    let before: Plan | undefined;
    const made = Array.from({ length: count }, () => {
      const chosen: ModelSide = random() < 0.5 ? 'BELARUS' : 'RUSSIA';
      const side = before && isFirstOfLink(before) ? otherOf(before.side) : chosen;
      const plan = planOf({
        random,
        side,
        number: number++,
        today: dayThere(world.now),
        others: of(force, otherOf(side)),
        meeting,
        known: world.known(side),
        before,
      });
      before = plan;
      force.plans.set(plan.number, plan);
      return plan;
    });
    for (const side of modelSides)
      await world.put(
        side,
        made.filter((plan) => plan.side === side),
        'AUTHORISED',
      );
  };
  const end = async (share: number) => {
    const ended = [...force.plans.values()].filter(() => random() < share);
    for (const side of modelSides)
      for (const state of ['CANCELLED', 'DONE'])
        await world.put(
          side,
          ended.filter((plan) => plan.side === side && (plan.number % 2 === 0) === (state === 'DONE')),
          state,
        );
    for (const { number: gone } of ended) force.plans.delete(gone);
  };
  const change = async (share: number) => {
    const spokenOf = new Set([...force.words.keys()].flatMap((key) => key.split(' ').map(Number)));
    const chosen = [...force.plans.values()].filter(
      ({ number: of }) => !spokenOf.has(of) && random() < share,
    );
    const after = chosen.map((plan) => changed(plan, of(force, otherOf(plan.side)), random));
    for (const plan of after) force.plans.set(plan.number, plan);
    for (const side of modelSides)
      await world.put(
        side,
        after.filter((plan) => plan.side === side),
        'AUTHORISED',
      );
  };
  const settled = async () => {
    world.worsen(false);
    if (!(await world.settle())) counts.missed++;
    await compare(world, force, counts);
    world.worsen(true);
  };

  world.worsen(true);
  const steps = 8;
  for (let step = 0; step < steps; step++) {
    await authorise(Math.floor((size * 0.8) / steps), 0.35);
    await end(0.01);
    await change(0.01);
    await world.round();
  }
  await settled();
  await speak(world, force, random);
  await settled();
  await authorise(number - first < size ? size - (number - first) : 0, 0.6);
  await world.round();
  await settled();
  await end(0.9);
  await settled();
}

/** New plans of either agency that meet nothing, in numbers of their own. */
function alone(world: ModelWorld, random: () => number, first: number, sides: readonly ModelSide[]): Plan[] {
  return sides.map((side, place) => ({
    ...planOf({
      random,
      side,
      number: first + place,
      today: dayThere(world.now),
      others: [],
      meeting: 0,
      known: world.known(side),
    }),
    emails: [`alone${first + place}@example.org`],
    secrecy: 'NONE',
    isOfTarget: false,
  }));
}

async function authorise(world: ModelWorld, plans: readonly Plan[], state = 'AUTHORISED'): Promise<void> {
  for (const side of modelSides)
    await world.put(
      side,
      plans.filter((plan) => plan.side === side),
      state,
    );
}

async function statesOf(world: ModelWorld, plans: readonly Plan[]): Promise<string[]> {
  const said = await Promise.all(
    modelSides.map((side) =>
      world.said(
        side,
        plans.filter((plan) => plan.side === side),
      ),
    ),
  );
  return said.flatMap((each) => [...each.values()].map(({ state }) => state));
}

/** Nobody answers for more than a day: whoever waits is told so, and what is found out afterwards goes before it. */
async function silence(world: ModelWorld, { force, counts, random, first }: Lonely): Promise<void> {
  world.worsen(false);
  world.cut(true);
  const plans = alone(world, random, first, modelSides);
  for (const plan of plans) force.plans.set(plan.number, plan);
  await authorise(world, plans);
  await world.round();
  world.pass(25 * 3_600_000);
  await world.round();
  const unchecked = (await statesOf(world, plans)).filter((state) => state === 'UNCHECKED');
  counts.unchecked += unchecked.length;
  if (unchecked.length < plans.length) counts.missed++;
  world.cut(false);
  if (!(await world.settle())) counts.missed++;
  await compare(world, force, counts);
}

interface Lonely {
  force: InForce;
  counts: Counts;
  random: () => number;
  first: number;
}

/** An officer plans more in a day than is compared: the rest waits for the next one. */
async function overBudget(world: ModelWorld, { counts, random, first }: Lonely): Promise<void> {
  world.worsen(false);
  // From the beginning of a day in UTC on, so that it is not over before all is settled.
  world.pass(86_400_000 - (world.now.getTime() % 86_400_000));
  const side = modelSides[first % 2] ?? 'BELARUS';
  const plans = alone(world, random, first, Array(7).fill(side)).map((plan) => ({
    ...plan,
    officer: `officer ${first}`,
    from: dayThere(world.now) + 5,
    until: dayThere(world.now) + 6,
  }));
  await authorise(world, plans);
  if (!(await world.settle())) counts.missed++;
  const waiting = (await statesOf(world, plans)).filter((state) => state === 'WAITING').length;
  counts.overBudget += waiting;
  if (waiting !== 2) counts.mistaken++;
  world.pass(86_400_000);
  await world.round();
  if (!(await world.settle())) counts.missed++;
  if ((await statesOf(world, plans)).some((state) => state !== 'CLEAR')) counts.missed++;
  await authorise(world, plans, 'DONE');
}

/** An operation becomes common, at one agency a while before the other one knows. */
async function agreeOnOperation(world: ModelWorld, { force, counts, random, first }: Lonely): Promise<void> {
  world.worsen(true);
  world.learnOperation('BELARUS');
  for (const [place, side] of modelSides.entries()) {
    const plans = Array.from({ length: 20 }, (_, each) =>
      planOf({
        random,
        side,
        number: first + place * 20 + each,
        today: dayThere(world.now),
        others: of(force, otherOf(side)),
        meeting: 0.8,
        known: world.known(side),
      }),
    );
    for (const plan of plans) force.plans.set(plan.number, plan);
    await authorise(world, plans);
    await world.round();
  }
  world.learnOperation('RUSSIA');
  world.worsen(false);
  if (!(await world.settle())) counts.missed++;
  await compare(world, force, counts);
}

/** Has two agencies live through random plans on a virtual clock, over a channel that loses, doubles and holds, with processes that end. */
export async function live({ plans, seed = 1, together = 1_000, isReal = false }: Living): Promise<Counts> {
  const random = randomFrom(seed);
  const world = await modelWorld({ random, start: new Date(), isReal });
  const counts: Counts = {
    plans: 0,
    conflicts: 0,
    restarts: 0,
    missed: 0,
    mistaken: 0,
    shown: 0,
    notCompared: 0,
    unchecked: 0,
    overBudget: 0,
    parked: 0,
  };
  const force: InForce = { plans: new Map(), words: new Map(), inConflict: new Set(), uncompared: new Set() };
  const generations = Math.ceil(plans / together);
  try {
    for (let number = 0; number < generations; number++) {
      const size = Math.min(together, plans - counts.plans);
      await generation(world, force, { random, counts, size, first: counts.plans });
      counts.plans += size;
      if (number === 0) {
        const lonely = { force, counts, random };
        await silence(world, { ...lonely, first: plans + 100 });
        await overBudget(world, { ...lonely, first: plans + 200 });
        await agreeOnOperation(world, { ...lonely, first: plans + 300 });
      }
      // The keys change where some plans are compared in the old epoch alone, and go on to meet new ones; and the old epoch ends.
      if (number === Math.floor(generations / 3)) world.changeKeys();
      if (number === Math.floor(generations / 3) + 1) world.pass(105 * 86_400_000);
    }
    return {
      ...counts,
      conflicts: force.inConflict.size,
      notCompared: force.uncompared.size,
      restarts: world.kills,
      shown: world.counts.shown,
      parked: world.counts.parked,
    };
  } finally {
    await world.stop();
  }
}

/** The line that tells of it all, and whether it is as it should be. */
export function lineOf(counts: Counts): { line: string; isGood: boolean } {
  const { plans, conflicts, restarts, missed, mistaken, shown, parked } = counts;
  return {
    line: `${plans} plans, ${conflicts} conflicts, ${restarts} restarts, ${missed} missed, ${mistaken} false, ${shown} fields shown`,
    isGood: plans > 0 && conflicts >= plans / 10 && restarts > 0 && missed + mistaken + shown + parked === 0,
  };
}
