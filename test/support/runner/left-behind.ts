import { setTimeout as sleep } from 'node:timers/promises';
import { spyOn as spy } from 'jest-mock';

/** What is closed closes in its own time, which is not waited for any longer, in milliseconds. */
const mostForClosing = 5_000;

/** What keeps a process alive, and is some file's own: the channel to the runner and the output are of all. */
const counted = [
  'Timeout',
  'Immediate',
  'ProcessWrap',
  'TCPServerWrap',
  'TCPSocketWrap',
  'PipeWrap',
  'Worker',
];

/** What a test can leave to the next files of its process, by a name that says what it is. */
type Present = Map<string, unknown>;
type Counts = Map<string, number>;

const spied: { of: object; method: PropertyKey }[] = [];

/** `jest.spyOn`, of which a spy that nobody restores is told. */
export const spyOn: typeof spy = ((of: object, method: PropertyKey, ...rest: []) => {
  spied.push({ of, method });
  return spy(of as never, method as never, ...rest);
}) as typeof spy;

function resources(): Counts {
  const found: Counts = new Map();
  for (const name of process.getActiveResourcesInfo())
    if (counted.includes(name)) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** All of it but what keeps the process alive. */
function things(): Present {
  const found: Present = new Map();
  for (const [name, value] of Object.entries(process.env)) found.set(`the environment’s ${name}`, value);
  // What is to be done at the end of the process is its own, and a signal may be the end of it.
  for (const event of process.eventNames().filter((name) => !/^(exit|SIG.*)$/.test(String(name))))
    found.set(`listeners of the process for ${String(event)}`, process.listenerCount(event));
  for (const stream of ['stdout', 'stderr'] as const)
    found.set(`process.${stream}.write`, process[stream].write);
  return found.set('the working directory', process.cwd());
}

/** Node makes some globals when they are first asked for. */
const notMade = Symbol('not made yet');

/** A library that is loaded while a test runs makes some, which begin so. */
const ofLibrary = /^__/;

function globals(): Present {
  const all = Object.entries(Object.getOwnPropertyDescriptors(globalThis));
  const found = all.filter(([name]) => !ofLibrary.test(name));
  return new Map(found.map(([name, { get, value }]) => [`the global ${name}`, get ? notMade : value]));
}

const changed = (before: Present, after: Present): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== notMade && !Object.is(before.get(name), after.get(name)),
  );

/** What kept the process alive before this file, and what is to keep it alive after it. */
let alive: Counts = new Map();

const more = (before: Counts): [name: string, count: number][] =>
  [...resources()]
    .map(([name, count]): [string, number] => [name, count - (before.get(name) ?? 0)])
    .filter(([, count]) => count > 0);

/** Makes what a helper keeps for the files after this one too, until their process ends. */
export async function keptForProcess<Made>(make: () => Promise<Made>): Promise<Made> {
  const before = resources();
  const made = await make();
  for (const [name, count] of more(before)) alive.set(name, (alive.get(name) ?? 0) + count);
  return made;
}

export interface Watch {
  /** Is told that the file and all that it imports is loaded: libraries make globals when they are. */
  loaded(): void;
  /** Names what the file has left, once its tests have run. */
  left(): Promise<string[]>;
}

/** Looks at what is there before a file. */
export function watchLeft(): Watch {
  const before = things();
  alive = resources();
  let made = globals();
  const loaded = () => {
    made = globals();
  };
  const left = async () => {
    const latest = Date.now() + mostForClosing;
    while (more(alive).length > 0 && Date.now() < latest) await sleep(20);
    const spies = spied
      .splice(0)
      .filter(({ of, method }) => '_isMockFunction' in Object((of as Record<PropertyKey, unknown>)[method]))
      .map(({ method }) => `a spy on ${String(method)}`);
    const others = [
      ...changed(made, globals()),
      ...changed(before, things()),
      ...more(alive).map(([name]) => name),
      ...spies,
    ];
    return others.map((name) => `left behind: ${name}`);
  };
  return { loaded, left };
}
