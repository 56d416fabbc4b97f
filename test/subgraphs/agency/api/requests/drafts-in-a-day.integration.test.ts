import { dayOf } from '../../../../../terms/days.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, draftOf, type TwoAgencies, twoAgencies } from './support.ts';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([]);
});

const nobody = (n: number) => ({ dossier: `BY-DRAFT5${String(n).padStart(10, '0')}` });
const draft = (officer: Officer, n: number) => act('russia', officer, 'draftRequest', draftOf(nobody(n)));

test('an officer drafts fifty requests in a day, however many at once, and another one goes on', async () => {
  const busy = world.as('RUSSIA', 'INVESTIGATOR').called('busy drafting');
  const { officerDays, requests } = world.RUSSIA.models;
  const _id = `${dayOf(world.now)} busy drafting`;
  await officerDays.create({ _id, drafted: 46, at: world.now });
  const first = busy.withKey('first-of-the-last');
  const { id } = await draft(first, 0);
  const before = await requests.countDocuments();
  await Promise.all(Array.from({ length: 22 }, (_none, n) => draft(busy, n + 1)));
  const atOnce = (await requests.countDocuments()) - before;
  expect(atOnce).toBeLessThanOrEqual(3);
  // One by one, what too many at once have left of the fifty.
  for (let left = 3 - atOnce; left > 0; left--) expect((await draft(busy, 50 + left)).codes).toEqual([]);
  expect((await draft(busy, 98)).codes).toEqual(['QUOTA_SPENT']);
  expect(await requests.countDocuments()).toBe(before + 3);
  expect((await officerDays.findById(_id).lean())?.drafted).toBe(50);
  // One that was drafted before is told again to whoever did not hear of it, or asks for the same.
  expect(await draft(first, 0)).toMatchObject({ codes: [], id });
  expect(await draft(busy, 0)).toMatchObject({ codes: [], id, isRepeat: true });
  expect((await draft(busy, 99)).codes).toEqual(['QUOTA_SPENT']);
  expect((await draft(world.as('RUSSIA', 'INVESTIGATOR'), 99)).codes).toEqual([]);
});

test('what is asked for already, or is wrong, counts for nothing', async () => {
  const officer = world.as('RUSSIA', 'INVESTIGATOR').called('drafting again');
  const { id } = await draft(officer, 200);
  expect(await draft(officer, 200)).toMatchObject({ id, isRepeat: true });
  await act('russia', officer, 'draftRequest', { ...draftOf(nobody(201)), classes: [] });
  const day = await world.RUSSIA.models.officerDays.findById(`${dayOf(world.now)} drafting again`).lean();
  expect(day?.drafted).toBe(1);
});

test('by what is known of a person a draft counts for the questions that it costs, and asks for one person', async () => {
  const officer = world.as('RUSSIA', 'INVESTIGATOR').called('drafting by names');
  const of = (surname: string, n: number) => ({
    criteria: { surname, givenName: 'Анна', birthDate: `1990-01-${String(n).padStart(2, '0')}` },
  });
  const draftBy = (subject: object) => act('russia', officer, 'draftRequest', draftOf(subject));
  const day = () => world.RUSSIA.models.officerDays.findById(`${dayOf(world.now)} drafting by names`).lean();
  expect((await draftBy(of('Соколова', 1))).codes).toEqual([]);
  expect((await day())?.drafted).toBe(1);
  const joined = (surnames: number) => Array.from({ length: surnames }, () => 'Ли').join('-');
  expect((await draftBy(of(joined(10), 2))).codes).toEqual([]);
  expect((await day())?.drafted).toBe(11);
  expect((await draftBy(of(joined(11), 3))).problems).toEqual([
    { path: 'subject.criteria', code: 'TOO_MANY' },
  ]);
  for (const n of [4, 5, 6]) expect((await draftBy(of(joined(10), n))).codes).toEqual([]);
  expect((await draftBy(of(joined(10), 7))).codes).toEqual(['QUOTA_SPENT']);
});
