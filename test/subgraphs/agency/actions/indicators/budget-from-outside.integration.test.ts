import { take } from '../../../../actions/take.ts';
import { leastDossier, provenance } from '../../../../support/end-to-end/officer.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const day = 86_400_000;
const perDay = 20;

let world: WarningWorld;
let tests = 0;
let own: string;
let other: string;
beforeAll(async () => {
  world = await warningWorld({ pace: { ...quick, slots: 60, perDay } });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});
beforeEach(() => {
  // Each test has days and cases of its own.
  world.pass(3 * day);
  tests += 1;
  own = `BY-2026-0030${String(tests).padStart(2, '0')}`;
  other = `BY-2026-0040${String(tests).padStart(2, '0')}`;
});

const nameOf = (name: string, index = 0) => `${name}-${tests}-${index}.example.net`;
/** An investigator of a case, who is its supervisor too. */
const officer = (by: string, number = own) =>
  world.as('BELARUS', 'INVESTIGATOR', 'SUPERVISOR').called(by).for('INVESTIGATION', number);

async function changes(by: string, number: string, action: string, input: object) {
  // No step is in the same moment as another.
  world.pass(1_000);
  const taken = await take(officer(by, number), 'BELARUS', action, input, 'dossier { id version }');
  if (!taken.dossier) throw new Error(JSON.stringify(taken));
  return taken.dossier as { id: string; version: number };
}
/** An officer records a dossier of cases, by the first of which they do, that holds so many domains. */
const records = (by: string, cases: string[], name: string, count = 1) =>
  changes(by, cases[0] ?? own, 'recordDossier', {
    ...leastDossier.belarus,
    cases,
    infrastructure: Array.from({ length: count }, (_none, index) => ({
      domain: { value: nameOf(name, index), provenance },
    })),
  });
const addsCase = (by: string, { id, version }: { id: string; version: number }) =>
  changes(by, own, 'addCase', { dossier: id, version, case: other, reason: 'One server' });
const abroad = (name: string, index = 0) =>
  world.record(
    'RUSSIA',
    holding(
      `RU-${name.toUpperCase().replace(/[ILOU]/g, '0')}${String(tests * 100 + index).padStart(8, '0')}`,
      [domain(nameOf(name, index))],
    ),
  );
/** The number of alerts that a case has. */
const alerts = (number: string) => world.of.BELARUS.models.alerts.countDocuments({ case: number });

describe('an identifier', () => {
  test('takes nothing of the budget of a case that its officer’s token does not name, whose own identifiers are compared on that day', async () => {
    await records('outside', [own, other], 'planted', perDay);
    await abroad('planted');
    await world.rounds(3);
    // It is compared for both.
    expect([await alerts(own), await alerts(other)]).toEqual([1, 1]);
    await records('inside', [other], 'honest');
    await records('colleague', [own], 'late');
    await abroad('honest');
    await abroad('late');
    await world.rounds(4);
    expect([await alerts(own), await alerts(other)]).toEqual([1, 2]);
    world.pass(day);
    await world.rounds(4);
    expect([await alerts(own), await alerts(other)]).toEqual([2, 2]);
  });

  test('of a case’s own officers takes of its budget, whichever of them bring it', async () => {
    await records('inside', [other], 'planted', perDay);
    await world.rounds(2);
    await records('colleague', [other], 'honest');
    await abroad('honest');
    await world.rounds(4);
    expect(await alerts(other)).toBe(0);
  });

  test('that another case’s officer brought first is charged to that officer alone, and raises an alert of both', async () => {
    await records('outside', [own, other], 'both');
    await world.rounds(2);
    await records('inside', [other], 'both');
    await abroad('both');
    await world.rounds(4);
    expect([await alerts(own), await alerts(other)]).toEqual([1, 1]);
  });
});

test('identifiers added by a supervisor of another case are compared for it, and take of the supervisor’s budget alone', async () => {
  const dossier = await records('colleague', [own], 'shared', perDay + 5);
  for (let index = 0; index < perDay + 5; index++) await abroad('shared', index);
  await world.rounds(2);
  world.pass(day);
  await world.rounds(2);
  await addsCase('outside', dossier);
  await world.rounds(4);
  expect([await alerts(own), await alerts(other)]).toEqual([perDay + 5, perDay]);
  await records('inside', [other], 'honest');
  await abroad('honest');
  await world.rounds(4);
  expect(await alerts(other)).toBe(perDay + 1);
  world.pass(day);
  await world.rounds(4);
  expect(await alerts(other)).toBe(perDay + 6);
});
