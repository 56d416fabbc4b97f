import { tellGoals as tellGoalsOfProfile } from '../../../workshop/bench/profile/ratios.ts';
import { type Figures, tellGoals } from '../../../workshop/bench/scale/goals.ts';

const nobody = () => undefined;

test('a ratio of the profile below its goal is missed, one that could not be measured is not', () => {
  const met = { stock: 4, hive: null, plain: 6, floor: 0.35, errors: 0 };
  expect(tellGoalsOfProfile({ memory: met, mongodb: met }, nobody)).toEqual([]);
  const slow = { ...met, plain: 2.99 };
  expect(tellGoalsOfProfile({ memory: met, mongodb: slow }, nobody)).toEqual([
    { where: 'mongodb', figure: 'plain' },
  ]);
});

const figures = (rates: Record<string, [number, number]>): Figures =>
  new Map(
    Object.entries(rates).map(([name, [smaller, larger]]) => [
      name as 'profile',
      new Map([
        [10_000, { requestsPerSecond: smaller, commands: 2 }],
        [100_000, { requestsPerSecond: larger, commands: 2 }],
      ]),
    ]),
  );
const pages = {
  'list of 10': [500, 500],
  'list of 50': [100, 100],
  'list of 100': [50, 50],
} satisfies Record<string, [number, number]>;

test('cost may grow by a fifth with the database, and with the page as the page does', () => {
  const sizes = [10_000, 100_000];
  expect(tellGoals(figures({ ...pages, profile: [120, 101] }), sizes, nobody)).toEqual([]);
  expect(tellGoals(figures({ ...pages, profile: [120, 99] }), sizes, nobody)).toEqual([
    'cost of profile, 100000 dossiers to 10000',
  ]);
  expect(tellGoals(figures({ ...pages, 'list of 100': [45, 45] }), sizes, nobody)).toEqual([
    'cost of a list of 100 to one of 50',
  ]);
});

test('goals are told of what was measured, and of nothing else', () => {
  const told: string[] = [];
  tellGoals(figures({ search: [120, 101] }), [10_000, 100_000], (line) => told.push(line));
  expect(told).toEqual(['cost of search, 100000 dossiers to 10000: 1.19, goal at most 1.20']);
});
