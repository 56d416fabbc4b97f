import { daysAfter } from '../../../../../terms/days.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, box, type TwoAgencies, twoAgencies } from './support.ts';

const asked = 'BY-HE1D000000000001';
const other = 'BY-HE1D000000000002';
const later = 'BY-HE1D000000000003';
const plain = { cases: [caseOf.BELARUS], releases: [], links: [] };
/** The day after which nothing that they hold may be held. */
const over = new Date('2100-01-01T00:00:00Z');
const day = 86_400_000;

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies(
    [asked, other].map((id) => dossierOf(id, { ...plain, handlingCode: 'ON_RELEASE' })),
    over,
  );
  await world.BELARUS.models.dossiers.updateMany({}, { $set: { nextErasure: daysAfter(over, -1) } });
});

const stays = async (id: string) => (await world.BELARUS.models.dossiers.exists({ _id: id })) !== null;

test('a dossier stays while another agency’s request on it is open, and one that nobody asks for goes', async () => {
  const id = await world.sent({ hit: await world.hit(asked) }, { urgency: 'OTHER' });
  const run = await world.BELARUS.runDay(world.now);
  expect(run).toMatchObject({ dossiersHeld: 1, dossiersErased: 1, failed: 0 });
  expect([await stays(asked), await stays(other)]).toEqual([true, false]);
  await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request: id });
  await world.settle();
  expect(await world.BELARUS.runDay(world.now)).toMatchObject({ dossiersHeld: 0, dossiersErased: 1 });
});

test('it stays for sixty days at most', async () => {
  const [held] = [dossierOf(later, { ...plain, handlingCode: 'ON_RELEASE' })];
  await world.BELARUS.models.dossiers.create([{ ...held, nextErasure: daysAfter(over, -1) }]);
  await world.sent({ hit: await world.hit(later) }, { urgency: 'OTHER' });
  world.pass(58 * day);
  expect(await world.BELARUS.runDay(world.now)).toMatchObject({ dossiersHeld: 1 });
  // Another request does not hold it for sixty more.
  await world.sent({ hit: await world.hit(later) }, { urgency: 'OTHER', classes: ['CASE'] });
  world.pass(3 * day);
  expect(await world.BELARUS.runDay(world.now)).toMatchObject({ dossiersHeld: 0, dossiersErased: 1 });
});

test('requests are erased after their years', async () => {
  const overseer = () => world.as('BELARUS', 'OVERSEER');
  expect((await box('belarus', overseer(), 'RECEIVED')).length).toBe(3);
  world.pass(4 * 365 * day);
  expect(await world.BELARUS.runDay(world.now)).toMatchObject({ requestsErased: 0 });
  world.pass(20 * 365 * day);
  expect(await world.BELARUS.runDay(world.now)).toMatchObject({ requestsErased: 3 });
  expect(await box('belarus', overseer(), 'RECEIVED')).toEqual([]);
});
