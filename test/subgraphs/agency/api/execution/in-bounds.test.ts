import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { checkedSchema } from '../../../../../subgraphs/agency/api/checked-schema.ts';
import type { RequestContext } from '../../../../../subgraphs/agency/api/context/request-context.ts';
import { inTime, isLate } from '../../../../../subgraphs/agency/api/execution/in-time.ts';
import { Work } from '../../../../../subgraphs/agency/api/work/work.ts';
import { WorkOfProcess } from '../../../../../subgraphs/agency/api/work/work-of-process.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { belarusContext } from '../../../../support/belarus-subgraph.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { recordingDossierStore } from '../../../../support/recording-stores.ts';

const { run } = checkedSchema(belarus);
const [means] = dossierOf('BY-0000000000').infrastructure;
if (!means) throw new Error('the dossier has no infrastructure');

/** So many dossiers of 200 means each: 602 objects, as each means has a node and a provenance, with the half and its person. */
const dossiers = (count: number) =>
  Array.from({ length: count }, (_none, n) =>
    dossierOf(`BY-${String(n).padStart(10, '0')}`, {
      infrastructure: Array.from({ length: 200 }, (_same, id) => ({ ...means, id: `V${id}` })),
    }),
  );

const selection = 'infrastructure { value node { id } provenance { contested } }';
const document = parse(`query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Suspect { belarus { ${selection} } } }
}`);

/** Asks for so many dossiers, in an operation of a text of its own unless it is known already. */
function asking(count: number, changed: Partial<RequestContext> = {}, text = 'a') {
  const asked = dossiers(count);
  const context = { ...belarusContext(recordingDossierStore(asked).store), ...changed };
  const request = {
    document,
    queryHash: text,
    variables: { representations: asked.map(({ _id: id }) => ({ __typename: 'Suspect', id })) },
    context,
  };
  return { request, work: context.work };
}

const codesOf = ({ errors = [] }: ExecutionResult) =>
  errors.map(({ extensions, message }: GraphQLError) => [extensions.code, extensions.agency, message]);

const objectsOf = ({ data }: ExecutionResult): number =>
  (data as { _entities: { belarus: { infrastructure: unknown[] } }[] })._entities.reduce(
    (sum, each) => sum + each.belarus.infrastructure.length,
    0,
  );

/** A piece of work of a process that does one dear operation at a time, all of it of one officer. */
const works =
  (ofProcess = new WorkOfProcess()) =>
  (officer = 'BELARUS officer') =>
    new Work({ owner: 'BELARUS', officer, ofProcess });

/** Counts how often the loop goes round while something is done. */
async function turnsWhile(done: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await done;
  isDone = true;
  return turns;
}

// A clock that moves with each look at it, and never back: the loop is let go as often on a quick machine as on a slow one.
let clock: jest.SpyInstance;
let now = performance.now();
beforeEach(() => {
  clock = jest.spyOn(performance, 'now').mockImplementation(() => {
    now += 0.5;
    return now;
  });
});
afterEach(() => {
  clock.mockRestore();
});

describe.each([
  ['that comes for the first time', () => Math.random().toString()],
  ['that is compiled', () => 'known'],
])('an operation %s', (_way, text) => {
  test('is answered with up to 50,000 objects, and refused with more', async () => {
    await run(asking(1, {}, 'known').request);
    await run(asking(1, {}, 'known').request);
    const within = asking(80, {}, text());
    expect(objectsOf(await run(within.request))).toBe(80 * 200);
    // And a few for its text.
    expect(within.work.objects).toBeGreaterThan(48_000);
    expect(within.work.objects).toBeLessThanOrEqual(56_000);
    const beyond = asking(100, {}, text());
    const answer = await run(beyond.request);
    expect(answer.data).toBeNull();
    expect(codesOf(answer)).toEqual([
      [
        'QUERY_TOO_LARGE',
        'BELARUS',
        'The answer of BELARUS would be too large: one may have 50000 objects and 4194304 characters. Ask for shorter pages, or fewer lists and fields.',
      ],
    ]);
    // No more than what began in that moment is made.
    expect(beyond.work.objects).toBeLessThan(52_000);
  });

  test('lets the loop go round', async () => {
    expect(await turnsWhile(run(asking(80, {}, text()).request))).toBeGreaterThan(100);
  });

  test('is stopped when its asker hangs up, and makes nothing more', async () => {
    const { request, work } = asking(80, {}, text());
    const answered = run(request);
    const hangUp = () => (work.objects > 10_000 ? work.abandon() : void setImmediate(hangUp));
    hangUp();
    expect(codesOf(await answered)).toEqual([['UNAVAILABLE', undefined, 'Nobody waits for the answer.']]);
    const made = work.objects;
    await turnsWhile(new Promise((resolve) => setTimeout(resolve, 50)));
    expect(work.objects).toBe(made);
    expect(made).toBeLessThan(40_000);
  });

  test('is not begun once its asker has hung up', async () => {
    const { request, work } = asking(80, {}, text());
    work.abandon();
    expect(codesOf(await run(request))).toEqual([['UNAVAILABLE', undefined, 'Nobody waits for the answer.']]);
    await turnsWhile(new Promise((resolve) => setTimeout(resolve, 50)));
    // The representations that it came with, and nothing that is read for them.
    expect(work.objects).toBeLessThanOrEqual(80 * 5);
  });

  test('is stopped at its deadline, and makes nothing more', async () => {
    const { request, work } = asking(80, {}, text());
    const late = await inTime(run, 1)(request).catch((error: unknown) => error);
    expect(isLate(late)).toBe(true);
    const made = work.objects;
    await turnsWhile(new Promise((resolve) => setTimeout(resolve, 50)));
    expect(work.objects).toBe(made);
  });
});

describe('operations with more than 2,000 objects', () => {
  test('let others run beside them', async () => {
    const newWork = works();
    const order: string[] = [];
    const ask = async (name: string, count: number) => {
      await run(asking(count, { work: newWork(`BELARUS ${name}`) }).request);
      order.push(name);
    };
    await Promise.all([ask('dear', 70), ask('dear too', 70), ask('light', 1)]);
    expect(order[0]).toBe('light');
    expect(order).toHaveLength(3);
  });

  test('are refused where an officer has eight that wait already, and light ones are not', async () => {
    const newWork = works();
    const [first, ...others] = await Promise.all(
      [80, ...Array.from({ length: 12 }, () => 20), 2].map((count) =>
        run(asking(count, { work: newWork() }).request),
      ),
    );
    const light = others.pop();
    expect([first, light].map((answer) => answer && codesOf(answer))).toEqual([[], []]);
    const refused = others.flatMap(codesOf);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map((each) => JSON.stringify(each)))).toEqual(
      new Set([
        JSON.stringify([
          'TOO_MANY_REQUESTS',
          'BELARUS',
          'BELARUS is answering other requests of yours. Wait for them, or ask for less at once.',
        ]),
      ]),
    );
    expect(objectsOf(await run(asking(20, { work: newWork() }).request))).toBe(20 * 200);
  });
});

describe('a mutation', () => {
  test('that is given much has its turn after others that are, and nothing of it is done where it has none', async () => {
    const ofProcess = new WorkOfProcess();
    const order: string[] = [];
    const write = (given: number) => {
      const work = works(ofProcess)();
      work.begin({ isWriting: true }, () => undefined);
      return { work, entering: work.enter(given) };
    };
    const first = write(600);
    const small = write(5);
    expect([first.entering, small.entering]).toEqual([undefined, undefined]);
    const waiting = Array.from({ length: 8 }, () => write(600));
    waiting[0]?.entering?.then(() => order.push('second'));
    expect(() => write(600)).toThrow('other requests of yours');
    first.work.end();
    await waiting[0]?.entering;
    expect(order).toEqual(['second']);
    // None waits any more, so that none is refused once its time is over.
    for (const { work } of [...waiting, small].reverse()) work.end();
  });
});

test('an answer is refused that has few objects and too many characters', () => {
  const query = works()();
  query.begin({ isWriting: false }, () => undefined);
  query.made(2_500);
  expect(() => query.wrote(() => 4 * 1024 * 1024)).not.toThrow();
  expect(() => query.wrote(() => 4 * 1024 * 1024 + 1)).toThrow('4194304 characters');
  const mutation = works()();
  mutation.begin({ isWriting: true }, () => undefined);
  expect(() => mutation.wrote(() => 5 * 1024 * 1024)).not.toThrow();
});

describe('work that is stopped before it begins', () => {
  test('is nothing for a query, and goes on for a mutation', () => {
    const told: Error[] = [];
    const query = works()();
    query.abandon();
    query.begin({ isWriting: false }, (reason) => told.push(reason));
    expect(told).toHaveLength(1);
    expect(() => query.pause()).toThrow('Nobody waits');
    const mutation = works()();
    mutation.abandon();
    mutation.begin({ isWriting: true }, (reason) => told.push(reason));
    expect(told).toHaveLength(1);
    expect(mutation.made(10_000)).toBe(true);
    expect(() => mutation.made(50_000)).toThrow('50000 objects');
  });
});

test('what a mutation is given counts before it is run: objects, what else stands in lists, and characters', async () => {
  const mutation = parse(`mutation ($input: TakeBackRemovalInput!) {
    belarus { takeBackRemoval(input: $input) { __typename } } }`);
  const objectsGiven = async (values: string[]) => {
    const { store } = recordingDossierStore([]);
    const context = belarusContext(store);
    const input = { dossier: 'BY-0000000000', values };
    await run({ document: mutation, queryHash: 'given', variables: { input }, context });
    return context.work.objects;
  };
  const few = await objectsGiven(['V1']);
  expect(await objectsGiven(Array.from({ length: 1_001 }, (_none, n) => `V${n}`))).toBeGreaterThan(
    few + 10_000,
  );
  expect(await objectsGiven(['V'.repeat(256_000)])).toBeGreaterThanOrEqual(few + 10_000);
});
