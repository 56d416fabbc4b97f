import {
  BudgetOfDay,
  type Counted,
} from '../../../../../subgraphs/agency/records/indicators/budget-of-day.ts';

const at = new Date('2026-11-29T12:00:00Z');
const counted = (changed: Partial<Counted> = {}): Counted => {
  const { by = 'officer-1' } = changed;
  return { by, payer: by, cases: ['BY-1'], kind: 'DOMAIN', value: 'example.net', isPaid: false, ...changed };
};
const budget = (perDay = 2) => new BudgetOfDay({ at, perDay, nameOf: (plain) => plain });
const taking = (of: BudgetOfDay, ...all: Counted[]) => all.map((each) => of.take(each));

test('an officer has room for as many as a day has, and what is beyond takes nothing of its case', () => {
  const of = budget();
  const elsewhere = counted({ cases: ['BY-2'] });
  expect(taking(of, elsewhere, elsewhere, counted(), counted())).toEqual([
    'ADMITTED',
    'ADMITTED',
    'OFFICER',
    'OFFICER',
  ]);
  expect(of.cases.get('BY-1')).toBeUndefined();
  const others = counted({ by: 'officer-2' });
  expect(taking(of, others, others)).toEqual(['ADMITTED', 'ADMITTED']);
});

test('a case has room for as many, whoever records them; one of several cases needs room in each', () => {
  const of = budget();
  expect(taking(of, counted(), counted({ by: 'officer-2' }), counted({ by: 'officer-3' }))).toEqual([
    'ADMITTED',
    'ADMITTED',
    'CASE',
  ]);
  expect(of.take(counted({ by: 'officer-4', cases: ['BY-1', 'BY-2'] }))).toBe('CASE');
  expect(of.cases.get('BY-2')?.slots ?? 0).toBe(0);
  expect(of.cases.get('BY-1')?.by).toEqual([
    { officer: 'officer-1', slots: 1 },
    { officer: 'officer-2', slots: 1 },
  ]);
});

test('what has waited for its case is not charged to its officer again', () => {
  const of = budget(1);
  expect(taking(of, counted({ isPaid: true }), counted({ cases: ['BY-2'] }))).toEqual([
    'ADMITTED',
    'ADMITTED',
  ]);
});

test('a day that is past leaves no trace on the next one', () => {
  const of = budget(1);
  const yesterday = new Date('2026-11-28T00:00:00Z');
  of.cases.set('BY-1', { slots: 1, at: yesterday, numbers: [], by: [] });
  expect(of.take(counted())).toBe('ADMITTED');
});

test('what an officer brings from outside of all its cases is charged to that officer, and to none of them', () => {
  const of = budget(1);
  const outside = counted({ cases: [] });
  expect(taking(of, outside, outside, counted({ by: 'officer-2' }))).toEqual([
    'ADMITTED',
    'OFFICER',
    'ADMITTED',
  ]);
});

test('an officer who pays and is not named makes no run of neighbours that could be shown', () => {
  const of = budget(9);
  const numbers = Array.from({ length: 5 }, (_none, n) => `+37529000000${n}`);
  const { by: _, ...unnamed } = counted({ payer: 'hash of officer-1', cases: [], kind: 'PHONE' });
  for (const value of numbers) of.take({ ...unnamed, value });
  const day = of.officers.get('hash of officer-1');
  expect([day?.slots, day?.numbers]).toEqual([5, []]);
});
