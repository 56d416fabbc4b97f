import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newPhones, type Planted, type Planter, planter, untilCompared, untilTold } from './planter.ts';

/** New identifiers of a case and of an officer that are compared in a day. */
const aDay = 20;

/** How many phones that Russia holds an officer of Belarus learns of today, who plants them in dossiers of so many cases. */
async function learnedToday(target: Target, phones: readonly string[], cases: number): Promise<number> {
  // Several of Russia's officers have recorded them, whose own budgets are not the question.
  for (let from = 0; from < phones.length; from += 10)
    await planter(target, 'russia').plants(phones.slice(from, from + 10));
  await untilCompared(target);
  const subject = `belarus-guessing-${phones[0]}`;
  const guessing = Array.from({ length: cases }, () => planter(target, 'belarus', { subject }));
  for (const [index, phone] of phones.entries()) await guessing[index % cases]?.plants([phone]);
  await untilCompared(target);
  return new Set((await Promise.all(guessing.map((one) => one.told()))).flat()).size;
}

interface Runs {
  belarus: { indicatorExchange: { runs: { case: string; length: number }[] }[] };
}

/** Whether phones of these numbers are compared, and no overseer is shown them. */
async function goesUnseen(target: Target, phones: readonly string[]): Promise<boolean> {
  const guessing = planter(target, 'belarus');
  for (const phone of phones) await guessing.plants([phone]);
  await untilCompared(target);
  const { body, text } = await target
    .newOfficer('belarus', 'overseer')
    .for('PREVENTION')
    .under('NATIONAL_LAW')
    .query<Runs>('{ belarus { indicatorExchange { runs { case length } } } }');
  if (!body.data?.belarus.indicatorExchange) throw new Error(`the overseer is told nothing: ${text}`);
  const runs = body.data.belarus.indicatorExchange.flatMap((each) => each.runs);
  return !runs.some((run) => run.case === guessing.number);
}

type Records = (by: Planter, phone: string) => Promise<unknown>;

/** How an agency holds a phone, of which the other is to learn nothing; the first is held as any. */
const ways = {
  openly: (by, phone) => by.plants([phone]),
  'for its owner alone': (by, phone) => by.plants([phone], undefined, { handlingCode: 'ORIGINATOR_ONLY' }),
  'as spoofed': (by, phone) => by.plants([phone], 'SPOOFED'),
  'as a victim’s': (by, phone) => by.plants([phone], 'VICTIM'),
  contested: async (by, phone) => by.contests(await by.plants([phone])),
  'of a person who was cleared': async (by, phone) => by.acquits(await by.plants([phone])),
} satisfies Record<string, Records>;
type Way = keyof typeof ways;
const dark = (Object.keys(ways) as Way[]).filter((way) => way !== 'openly');

/**
 * The ways of holding a phone of which an agency learns that the other holds it too, from openly recorded phones or from alerts at the other
 * agency: each is held in its way by one agency, and openly by the other.
 */
async function learned(target: Target, held: AgencyName, guessing: AgencyName): Promise<Set<Way>> {
  const phones = new Map((Object.keys(ways) as Way[]).map((way) => [way, newPhones(1)[0] ?? '']));
  const [holder, guesser] = [planter(target, held), planter(target, guessing)];
  for (const [way, phone] of phones) await ways[way](holder, phone);
  // What is recorded and contested within a round was not told: each was dark before the other agency has it.
  await untilCompared(target);
  for (const phone of phones.values()) await guesser.plants([phone]);
  await untilCompared(target);
  const told = [...(await guesser.told()), ...(await holder.told())];
  return new Set([...phones].flatMap(([way, phone]) => (told.includes(phone) ? [way] : [])));
}

const worlds = new WeakMap<Target, Map<string, Promise<Set<Way>>>>();

/** The same, found out once for all attacks of a run. */
function isLearned(target: Target, way: Way, held: AgencyName, guessing: AgencyName): Promise<boolean> {
  const known = worlds.get(target) ?? new Map<string, Promise<Set<Way>>>();
  worlds.set(target, known);
  const found = known.get(held) ?? learned(target, held, guessing);
  known.set(held, found);
  return found.then((all) => all.has(way));
}

/** Whether an alert is left of a phone that both held, once one of them holds it so. */
async function staysTold(target: Target, change: (by: Planter, dossier: Planted) => Promise<unknown>) {
  const [phone = ''] = newPhones(1);
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  const planted = await there.plants([phone]);
  await here.plants([phone]);
  await untilTold(here, (alerts) => alerts.length === 1);
  await change(there, planted);
  await untilCompared(target);
  return (await here.alerts()).some(({ state }) => state !== 'CLOSED');
}

export const plantingAttacks: readonly Attack[] = [
  {
    mend: 'budget of identifiers',
    name: 'thirty phones planted in invented dossiers of one case, to learn today which of them the other agency holds',
    control: async (target) => (await learnedToday(target, newPhones(3), 1)) === 3,
    attempt: async (target) => (await learnedToday(target, newPhones(30), 1)) > aDay,
  },
  {
    mend: 'budget of identifiers',
    name: 'thirty phones planted by one officer in dossiers of three cases, for the budget of each of them',
    control: async (target) => (await learnedToday(target, newPhones(3), 3)) === 3,
    attempt: async (target) => (await learnedToday(target, newPhones(30), 3)) > aDay,
  },
  {
    mend: 'runs of numbers',
    name: 'a block of numbers planted one by one, without an overseer being shown it',
    control: (target) => goesUnseen(target, newPhones(6)),
    attempt: (target) => goesUnseen(target, newPhones(6, 3)),
  },
  ...dark.flatMap((way): Attack[] => [
    {
      mend: `dark identifiers: ${way}`,
      name: 'a phone that the other agency holds only so, planted to learn that it does',
      control: (target) => isLearned(target, 'openly', 'russia', 'belarus'),
      attempt: (target) => isLearned(target, way, 'russia', 'belarus'),
    },
    {
      mend: `dark identifiers: ${way}`,
      name: 'a phone that the other agency holds, planted so, to learn that it does and show nothing oneself',
      control: (target) => isLearned(target, 'openly', 'belarus', 'russia'),
      attempt: (target) => isLearned(target, way, 'belarus', 'russia'),
    },
  ]),
  {
    mend: 'taking back',
    name: 'an alert that goes on telling of a phone which the other agency has contested since',
    control: (target) => staysTold(target, async () => undefined),
    attempt: (target) => staysTold(target, (by, dossier) => by.contests(dossier)),
  },
];
