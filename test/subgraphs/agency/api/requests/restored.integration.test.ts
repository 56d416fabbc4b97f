import { readEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { signReceipt } from '../../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf } from '../../../../../subgraphs/agency/channel/wire/signature.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { actInWords, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-REST0RED000000001';

let world: TwoAgencies;
beforeAll(async () => {
  const plain = { cases: [caseOf.BELARUS], releases: [], links: [] };
  world = await twoAgencies([dossierOf(known, { ...plain, handlingCode: 'ON_RELEASE' })]);
});

// Each test has a day, a request and messages of its own.
beforeEach(async () => {
  world.pass(24 * hour);
  await world.settle();
  for (const { models } of [world.RUSSIA, world.BELARUS])
    await Promise.all([
      models.outbox.deleteMany({}),
      models.inbox.deleteMany({}),
      models.requests.deleteMany({}),
    ]);
});

const there = async (id: string) => (await read('belarus', world.as('BELARUS', 'LIAISON'), id)).half;
const here = async (id: string) => (await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half;
const deadlinesOf = async (id: string) => [(await there(id)).deadline, (await here(id)).deadline];
const sent = async () =>
  world.sent({ hit: await world.hit(known) }, { classes: ['IDENTITY'], urgency: 'URGENT' });
const question = (id: string) =>
  actInWords(world, 'belarus', 'questionRequest', { request: id, text: 'Which number?' });
const clarify = (id: string) =>
  actInWords(world, 'russia', 'clarifyRequest', { request: id, text: 'The first' });

/** Belarus's database is restored from before the request came, two hours later. */
async function lost(id: string) {
  await world.BELARUS.models.requests.deleteOne({ _id: id });
  world.pass(2 * hour + 7);
}

const proofs = async () =>
  (await world.RUSSIA.models.outbox.find().lean())
    .map(({ event }) => readEvent(event)?.data)
    .filter((data) => data && 'proof' in data);

describe('an agency whose database was restored from before a request', () => {
  test.each([
    ['is sent it again', () => world.sendAgain('RUSSIA')],
    ['is told it anew', () => world.restate('RUSSIA')],
  ])('and that %s computes the same deadline, to the millisecond', async (_how, again) => {
    const id = await sent();
    const before = await there(id);
    await lost(id);
    await again();
    expect(new Set(await world.settle())).toEqual(new Set(['APPLIED']));
    const after = await there(id);
    expect([after.receivedAt, after.deadline]).toEqual([before.receivedAt, before.deadline]);
    expect((await here(id)).deadline).toBe(before.deadline);
    expect(await proofs()).toHaveLength(1);
  });

  test('ends it at the moment at which it would have ended', async () => {
    const id = await world.sent({ dossier: 'BY-N0NE0000000000001' }, { urgency: 'URGENT' });
    const { deadline } = await here(id);
    await lost(id);
    world.pass(80 * hour);
    await world.sendAgain('RUSSIA');
    await world.settle();
    await world.settle();
    expect(await here(id)).toMatchObject({ state: 'NO_DATA', endedAt: deadline });
    const overseer = world.as('BELARUS', 'OVERSEER');
    expect((await read('belarus', overseer, id)).half).toMatchObject({ state: 'NO_DATA', endedAt: deadline });
  });

  test('and from before the answer to its question counts from the first receipt for that too', async () => {
    const id = await sent();
    world.pass(hour);
    await question(id);
    await world.settle();
    world.pass(hour);
    await clarify(id);
    await world.settle();
    const [before] = await deadlinesOf(id);
    await world.BELARUS.models.requests.updateOne(
      { _id: id },
      { $unset: { 'half.clarification.answeredAt': 1 } },
    );
    // So long that it has lapsed meanwhile, and that is on record.
    world.pass(130 * hour);
    await world.BELARUS.settleRequests(world.now);
    expect((await there(id)).state).toBe('LAPSED');
    await world.sendAgain('RUSSIA');
    expect(new Set(await world.settle())).toEqual(new Set(['APPLIED']));
    expect(await deadlinesOf(id)).toEqual([before, before]);
    expect((await there(id)).state).toBe('RECEIVED');
    expect(await proofs()).toHaveLength(2);
  });
});

describe('a receipt that proves nothing moves no clock', () => {
  /** The request is told anew with another receipt in place of the one that was kept. */
  async function told(
    receiptOf: (sentMessage: { event: string; number: number; receipt: string }) => unknown,
  ) {
    const id = await sent();
    await lost(id);
    const message = await world.RUSSIA.models.outbox.findOne({ type: 'concord.request.sent.v1' }).lean();
    if (!message?.receipt) throw new Error('no receipt was kept');
    const { event, number, receipt } = message;
    const changed = await receiptOf({ event, number, receipt });
    await world.RUSSIA.models.outbox.updateOne({ _id: message._id }, { $set: { receipt: changed } });
    await world.restate('RUSSIA');
    await world.settle();
    return (await there(id)).receivedAt;
  }
  const earlier = () => new Date(world.now.getTime() - 6 * hour).toISOString();
  const claim = (event: string, number: number) => ({
    from: 'BELARUS' as const,
    to: 'RUSSIA' as const,
    outcome: 'ACCEPTED' as const,
    hash: hashOf(event),
    number,
    at: earlier(),
  });
  const now = () => world.now.toISOString();

  test.each([
    [
      'that the asking agency has signed itself',
      ({ event, number }: { event: string; number: number }) =>
        signReceipt(claim(event, number), world.channelKeys.RUSSIA),
    ],
    [
      'whose time was altered',
      ({ receipt }: { receipt: string }) => {
        const jws = JSON.parse(receipt);
        const said = JSON.parse(Buffer.from(jws.payload, 'base64url').toString());
        const payload = Buffer.from(JSON.stringify({ ...said, at: earlier() })).toString('base64url');
        return JSON.stringify({ ...jws, payload });
      },
    ],
    [
      'of another message',
      ({ number }: { number: number }) => signReceipt(claim('another', number), world.channelKeys.BELARUS),
    ],
    ['that is none', () => 'none'],
  ])('%s', async (_what, receiptOf) => {
    expect(await told(receiptOf as Parameters<typeof told>[0])).toBe(now());
  });

  test('and the same one, as the other agency has signed it, does', async () => {
    expect(
      await told(({ event, number }) => signReceipt(claim(event, number), world.channelKeys.BELARUS)),
    ).toBe(earlier());
  });
});
