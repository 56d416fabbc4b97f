import { type OperatingAgencies, operatingAgencies, read } from './support.ts';

let world: OperatingAgencies;
beforeAll(async () => {
  world = await operatingAgencies();
});

describe('an operation', () => {
  let operation = '';

  test('is proposed by a liaison officer, and nobody abroad knows of it before a second officer has signed', async () => {
    const { belarus, russia, terms, leadOf } = world;
    const proposed = await world.step(belarus.liaison(), 'BELARUS', 'proposeOperation', {
      ...{ to: 'RUSSIA', terms: terms(), lead: leadOf('BELARUS') },
    });
    expect(proposed.refused).toEqual([]);
    operation = proposed.id;
    expect(operation).toMatch(/^BYO-/);
    expect(proposed.half).toMatchObject({
      ...{ agency: 'RUSSIA', state: 'PROPOSED', name: 'AVOCET', purpose: 'INVESTIGATION', offer: null },
      ...{ case: 'BY-2026-000001', otherCase: null, lead: null, members: [] },
      draft: { kind: 'OFFER', by: 'BELARUS liaison', terms: { name: 'AVOCET' } },
      waits: 'OPERATION_TO_COUNTERSIGN',
    });
    expect(proposed.half.offences).toEqual(
      expect.arrayContaining([
        { agency: 'BELARUS', code: '209' },
        { agency: 'RUSSIA', code: '159' },
      ]),
    );
    await world.settle();
    expect(await read(russia.liaison(), 'RUSSIA', operation)).toBeUndefined();
    expect(await world.waitingFor(belarus.head(), 'BELARUS')).toEqual(['OPERATION_TO_COUNTERSIGN']);
  });

  test('is told once it is signed, and accepted by two officers of the other agency', async () => {
    const { belarus, russia } = world;
    const signed = await world.sign('BELARUS', operation);
    expect(signed.half).toMatchObject({
      ...{ offer: { number: 1, by: 'BELARUS' }, lead: 'BELARUS lead', draft: null, waits: null },
      members: [{ officer: 'BELARUS lead', role: 'INVESTIGATOR', isSuspended: false }],
    });
    await world.settle();
    expect(await world.waitingFor(russia.liaison(), 'RUSSIA')).toEqual(['OPERATION_TO_ANSWER']);
    const accepted = await world.stepNow(russia.liaison(), 'RUSSIA', 'acceptOperation', {
      ...{ operation, offer: 1, lead: world.leadOf('RUSSIA') },
    });
    expect(accepted).toMatchObject({
      refused: [],
      half: { state: 'PROPOSED', draft: { kind: 'ACCEPTANCE' } },
    });
    expect((await world.sign('RUSSIA', operation)).half).toMatchObject({ state: 'ACTIVE', waits: null });
    await world.settle();
    expect(await read(belarus.lead(), 'BELARUS', operation)).toMatchObject({
      ...{
        state: 'ACTIVE',
        otherCase: 'RU-2026-000001',
        otherMembers: [{ role: 'INVESTIGATOR', members: 1 }],
      },
    });
  });

  test('is suspended by either at once, and goes on once both have said so', async () => {
    const { belarus, russia } = world;
    const held = await world.step(russia.head(), 'RUSSIA', 'suspendOperation', { operation });
    expect(held.half).toMatchObject({ state: 'SUSPENDED', isSuspendedHere: true, isSuspendedThere: false });
    await world.settle();
    expect(await read(belarus.lead(), 'BELARUS', operation)).toMatchObject({
      ...{ state: 'SUSPENDED', isSuspendedHere: false, isSuspendedThere: true },
    });
    await world.stepNow(russia.head(), 'RUSSIA', 'resumeOperation', { operation });
    await world.settle();
    expect(await world.waitingFor(belarus.head(), 'BELARUS')).toEqual(['OPERATION_TO_RESUME']);
    const resumed = await world.stepNow(belarus.head(), 'BELARUS', 'resumeOperation', { operation });
    expect(resumed.half).toMatchObject({ state: 'ACTIVE' });
    await world.settle();
    expect(await read(russia.lead(), 'RUSSIA', operation)).toMatchObject({ state: 'ACTIVE' });
  });

  test('lasts longer once two officers of each agency have signed the same day', async () => {
    const { belarus, russia, day } = world;
    const until = day(60);
    await world.nameMembers('BELARUS', operation);
    await world.stepNow(belarus.liaison(), 'BELARUS', 'renewOperation', { operation, until });
    await world.sign('BELARUS', operation);
    await world.settle();
    expect(await read(russia.lead(), 'RUSSIA', operation)).toMatchObject({ until: day(20) });
    await world.nameMembers('RUSSIA', operation);
    expect(await world.waitingFor(russia.liaison(), 'RUSSIA')).toEqual(['OPERATION_TO_RENEW']);
    await world.stepNow(russia.liaison(), 'RUSSIA', 'renewOperation', { operation, until });
    await world.sign('RUSSIA', operation);
    await world.settle();
    for (const side of ['BELARUS', 'RUSSIA'] as const)
      expect(
        await read(world[side === 'BELARUS' ? 'belarus' : 'russia'].lead(), side, operation),
      ).toMatchObject({
        until,
      });
  });

  test('is ended by either at once, and evaluated by a supervisor of each', async () => {
    const { belarus, russia } = world;
    const ended = await world.step(belarus.head(), 'BELARUS', 'endOperation', { operation });
    expect(ended.half).toMatchObject({ state: 'ENDED', waits: 'OPERATION_TO_EVALUATE' });
    await world.settle();
    const evaluated = await world.stepNow(belarus.head(), 'BELARUS', 'evaluateOperation', {
      ...{ operation, worked: ['JOINT_PLANNING'], failed: ['STAFF'], words: 'More translators are needed' },
    });
    expect(evaluated.half).toMatchObject({
      state: 'ENDED',
      evaluation: { worked: ['JOINT_PLANNING'], failed: ['STAFF'], words: null },
      draft: { kind: 'WORDS', words: 'More translators are needed' },
    });
    expect((await world.sign('BELARUS', operation)).refused).toEqual(['operation SAME_OFFICER']);
    const other = world.officer('BELARUS', 'SUPERVISOR', 'another head');
    const signed = await world.stepNow(other, 'BELARUS', 'countersignOperation', {
      operation,
      approves: true,
    });
    expect(signed.half).toMatchObject({ evaluation: { words: 'More translators are needed' } });
    await world.stepNow(russia.head(), 'RUSSIA', 'evaluateOperation', { operation, worked: [], failed: [] });
    await world.settle();
    expect(await read(russia.lead(), 'RUSSIA', operation)).toMatchObject({
      state: 'EVALUATED',
      otherEvaluation: {
        worked: ['JOINT_PLANNING'],
        failed: ['STAFF'],
        words: 'More translators are needed',
      },
    });
    expect(await read(belarus.lead(), 'BELARUS', operation)).toMatchObject({ state: 'EVALUATED' });
  });
});
