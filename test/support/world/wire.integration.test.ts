import { take } from '../../actions/take.ts';
import type { Transport } from './wire.ts';
import { type World, world } from './world.ts';

let both: World;
beforeAll(async () => {
  both = await world();
});
const straight: Transport = (_from, lines, hand) => hand(lines);
afterEach(() => {
  both.transport = straight;
});

let asks = 0;
/** Russia asks Belarus something. @returns the request */
async function asked(): Promise<string> {
  asks += 1;
  const draft = {
    to: 'BELARUS',
    subject: { dossier: `BY-${String(asks).padStart(10, '0')}` },
    classes: ['IDENTITY'],
    urgency: 'OTHER',
    offence: '159',
    necessity: 'Calls to a victim',
  };
  const { of = '' } = await take(both.as('RUSSIA', 'INVESTIGATOR'), 'RUSSIA', 'draftRequest', draft);
  await take(both.as('RUSSIA', 'SUPERVISOR'), 'RUSSIA', 'authoriseRequest', { request: of });
  both.pass(1);
  return of;
}
const arrived = (id: string) => both.BELARUS.models.requests.countDocuments({ _id: id });
const appliedOf = (id: string) =>
  both.heard.BELARUS.filter(({ data }) => (data as { request?: string }).request === id).length;

describe('a message between the agencies of a test', () => {
  test('arrives, signed and numbered, and is applied once', async () => {
    const id = await asked();
    await both.settle();
    expect([await arrived(id), appliedOf(id)]).toEqual([1, 1]);
    const { signed, receipt } =
      (await both.BELARUS.models.inbox.findOne({ event: new RegExp(id) }).lean()) ?? {};
    expect(JSON.parse(signed ?? '{}')).toHaveProperty('signature');
    expect(JSON.parse(receipt ?? '{}')).toHaveProperty('signature');
  });

  test('that is held arrives once it is let go', async () => {
    both.transport = async () => [];
    const id = await asked();
    await both.settle();
    expect(await arrived(id)).toBe(0);
    both.transport = straight;
    await both.settle();
    expect(await arrived(id)).toBe(1);
  });

  test('whose receipt is lost is sent again, and applied once', async () => {
    both.transport = async (_from, lines, hand) => {
      await hand(lines);
      return [];
    };
    const id = await asked();
    await both.settle();
    both.transport = straight;
    await both.settle();
    expect([await arrived(id), appliedOf(id)]).toEqual([1, 1]);
  });

  test('that comes twice is applied once', async () => {
    both.transport = async (_from, lines, hand) => {
      await hand(lines);
      return hand(lines);
    };
    const id = await asked();
    await both.settle();
    expect([await arrived(id), appliedOf(id)]).toEqual([1, 1]);
  });

  test('that comes before the one before it is refused, and taken in its order', async () => {
    const outcomes: string[] = [];
    both.transport = async (_from, lines, hand) => {
      for (const { outcome, reason = '' } of await hand([...lines].reverse()))
        outcomes.push(`${outcome} ${reason}`);
      return hand(lines);
    };
    const ids = [await asked(), await asked()];
    await both.settle();
    expect(outcomes[0]).toBe('REFUSED OUT_OF_ORDER');
    expect(await Promise.all(ids.map(arrived))).toEqual([1, 1]);
  });
});
