import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { quickMeasures } from '../../../../support/world/measuring.ts';
import { domain, holding } from '../indicators/support.ts';
import { authorisedMeasure, clashingWorld } from './support.ts';

const ground = 'Code of Criminal Procedure, Article 208';
const pace = { ...quickMeasures, slots: 8 };

const sizesOf = ({ data }: Message) =>
  ['elements', 'tokens', 'withdrawn'].map((part) => (data[part] as unknown[]).length);

test('a round has the same size whatever it says: with nothing, with many measures, and as they end', async () => {
  const world = await clashingWorld({ pace });
  const sizes: number[][] = [];
  const sent: string[] = [];
  const noting = (message: Message) => {
    if (message.type === 'concord.measure.round.v1' && message.to === 'RUSSIA') {
      sizes.push(sizesOf(message));
      sent.push(...(message.data.tokens as { token: string }[]).map(({ token }) => token));
    }
    return message;
  };
  await world.rounds(3, noting);
  for (let number = 1; number <= 4; number++)
    await world.record(
      'BELARUS',
      holding(`BY-E00000000${number}`, [domain('same.example.org'), domain(`own${number}.example.org`)], {
        measures: [
          authorisedMeasure('VMEASURE0001', { now: world.now, ground, plannedBy: `officer-${number}` }),
        ],
      }),
    );
  await world.rounds(12, noting);
  await world.of.BELARUS.models.comparedMeasures.updateMany(
    {},
    { $set: { state: 'CANCELLED', change: 'HELD' } },
  );
  await world.rounds(12, noting);
  const [first, ...others] = sizes;
  expect(first).toEqual([8, 14, 0]);
  expect(new Set(others.map(String))).toEqual(new Set(['8,14,7']));
  // Four measures are about one thing in one week: to whoever does not know it nothing is told alike.
  expect(new Set(sent).size).toBe(sent.length);
});

test('measures beyond five of an officer in a day wait for the next, cancelled ones counted', async () => {
  const world = await clashingWorld({ start: new Date(new Date().setUTCHours(8, 0, 0, 0)) });
  const record = (number: number) =>
    world.record(
      'BELARUS',
      holding(`BY-F00000000${number}`, [domain(`budget${number}.example.org`)], {
        measures: [authorisedMeasure('VMEASURE0001', { now: world.now, ground })],
      }),
    );
  for (let number = 1; number <= 3; number++) await record(number);
  await world.rounds(1);
  await world.of.BELARUS.models.comparedMeasures.updateMany(
    {},
    { $set: { state: 'CANCELLED', change: 'HELD' } },
  );
  for (let number = 4; number <= 7; number++) await record(number);
  await world.rounds(4);
  const states = async () =>
    Promise.all(
      [4, 5, 6, 7].map((number) => world.stateOf('BELARUS', `BY-F00000000${number}`, 'VMEASURE0001')),
    );
  expect((await states()).sort()).toEqual(['CLEAR', 'CLEAR', 'WAITING', 'WAITING']);
  world.pass(86_400_000);
  await world.rounds(4);
  expect(await states()).toEqual(['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']);
});

test('a series that is authorised and cancelled is shown to the overseers of both, to the other’s without a name', async () => {
  const world = await clashingWorld();
  for (let number = 1; number <= 3; number++)
    await world.record(
      'BELARUS',
      holding(`BY-0000000G0${number}`, [domain(`series${number}.example.org`)], {
        measures: [authorisedMeasure('VMEASURE0001', { now: world.now, ground, plannedBy: 'trying' })],
      }),
    );
  await world.rounds(2);
  await world.of.BELARUS.models.comparedMeasures.updateMany(
    {},
    { $set: { state: 'CANCELLED', change: 'HELD' } },
  );
  await world.rounds(2);
  const shown = async (side: 'BELARUS' | 'RUSSIA', selection: string) => {
    const own = side === 'BELARUS' ? 'belarus' : 'russia';
    const { data } = await world.as(side, 'OVERSEER').run(`{ ${own} { measureExchange { ${selection} } } }`);
    return data[own].measureExchange[0];
  };
  const { series } = await shown('BELARUS', 'series { officer case length }');
  expect(series).toContainEqual({ officer: 'trying', case: null, length: 3 });
  const { seriesThere } = await shown('RUSSIA', 'seriesThere { day length }');
  expect(seriesThere.length).toBeGreaterThan(0);
  expect(JSON.stringify(seriesThere)).not.toContain('trying');
});

test('an agency that has lost a database tells its tokens and words anew, and what it does not know is forgotten there', async () => {
  const world = await clashingWorld();
  const thing = [domain('lost.example.org')];
  const measures = [authorisedMeasure('VMEASURE0001', { now: world.now, ground })];
  await world.record('BELARUS', holding('BY-H000000001', thing, { measures }));
  await world.record('RUSSIA', holding('RU-H000000001', thing, { measures }));
  await world.rounds(4);
  expect(await world.stateOf('RUSSIA', 'RU-H000000001', 'VMEASURE0001')).toBe('CONFLICT');
  const { restatements } = await import('../../../../../subgraphs/agency/subjects.ts');
  const { models } = world.of.BELARUS;
  const stated = async () => {
    const messages: Message[] = [];
    for (const restatement of restatements(models, 'BELARUS'))
      for await (const message of restatement.messagesTo('RUSSIA', world.now))
        if (message.type.startsWith('concord.measure.')) messages.push(message);
    for (const [number, message] of messages.entries())
      await world.of.RUSSIA.effects.get(message.type)?.({
        ...message,
        from: 'BELARUS',
        key: message.id,
        number: 10_000 + number,
        now: world.now,
        receivedAt: world.now,
        data: JSON.parse(JSON.stringify(message.data)),
      });
  };
  await stated();
  expect(await world.stateOf('RUSSIA', 'RU-H000000001', 'VMEASURE0001')).toBe('CONFLICT');
  // The backup is of before the measure was authorised.
  await models.measureTokens.deleteMany({ measure: { $exists: true } });
  await stated();
  expect(await world.stateOf('RUSSIA', 'RU-H000000001', 'VMEASURE0001')).toBe('CLEAR');
});
