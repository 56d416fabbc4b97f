/**
 * A thread that ends its process once the event loop of the first thread has stood still for too long. It counts its own turns and reads no
 * clock: a process that was stopped, or a machine that slept, has had none. Before the end it has the debugger halt the first thread a few times, and
 * notes the operation that is on the stack each time, or the agency at whose answer the thread is at work. It loads nothing that was built, as it must run in a process that is at its end.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

/** @type {{ beats: Int32Array, longest: number, notes: string | undefined, service: string }} */
const { beats, longest, notes, service } = workerData;

/** So many turns without a beat are a standstill. */
const turns = 5;
const every = longest / turns;

/** How often the stack is looked at, and the milliseconds between two looks. */
const looks = 3;
const betweenLooks = 200;

/** Milliseconds that a look waits for the first thread to halt, and that all looks together take at most. On a busy machine the debugger is slow. */
const longestLook = 1_000;
const longestForAll = 10_000;

/** Deeper ones of a function that calls itself without end tell nothing new. */
const mostFrames = 300;

/** Runs in the first thread, on the object whose method is on its stack: the agency whose answer is worked on, see `AgencyAtWork`. */
const nameOfAgency = `function () {
  const mark = Symbol.for('concord.agency');
  const agency = Object.getOwnPropertyDescriptor(this, mark)?.value;
  if (typeof agency === 'string') return JSON.stringify({ agency });
}`;

/** Runs in the first thread, on the variables of a function that is on its stack: the name of the operation for which that runs. */
const nameOfOperation = `function () {
  const mark = Symbol.for('concord.operation');
  const own = (value, key) => Object.getOwnPropertyDescriptor(value, key)?.value;
  const isObject = (value) => typeof value === 'object' && value !== null;
  const operationOf = (value) => {
    const operation = isObject(value) ? own(value, mark) : undefined;
    return isObject(operation) && typeof operation.named === 'function' ? operation : undefined;
  };
  const valuesOf = (value) => Object.keys(value).slice(0, 100).map((key) => own(value, key));
  const variables = valuesOf(this);
  for (const one of [...variables, ...variables.filter(isObject).flatMap(valuesOf)]) {
    const operation = operationOf(one);
    if (operation) return JSON.stringify(operation.named());
  }
}`;

/** Variables of a function, and of those around it: not those that everybody has. */
const isOfFunction = ({ type }) => !['global', 'script', 'module'].includes(type);

/** A look at a stack that was not halted in time: what is on it is not known. */
const unseen = Symbol('unseen');

/** What a function gives for one of these objects; undefined where it gives nothing for any. */
async function firstFound(session, functionDeclaration, objects) {
  for (const { objectId } of objects) {
    if (objectId === undefined) continue;
    const asked = { objectId, functionDeclaration, returnByValue: true };
    const { result } = await session.post('Runtime.callFunctionOn', asked);
    if (typeof result.value === 'string') return result.value;
  }
  return undefined;
}

/** The name of the agency or the operation that is on the stack; undefined where the stack tells of none. */
async function lookAt(session) {
  let halted = () => undefined;
  const paused = new Promise((resolve) => {
    halted = ({ params }) => resolve(params.callFrames);
  });
  session.once('Debugger.paused', halted);
  await session.post('Debugger.pause');
  try {
    // What does not get here is in code that is no JavaScript, or on a machine that is busy.
    const frames = await Promise.race([paused, sleep(longestLook, unseen)]);
    if (frames === unseen) return unseen;
    const seen = frames.slice(0, mostFrames);
    const objects = seen.flatMap(({ scopeChain, this: itself }) => [
      ...scopeChain.filter(isOfFunction).map(({ object }) => object),
      itself,
    ]);
    // What works on an agency's answer has the operation that has asked for it around it.
    return (
      (await firstFound(
        session,
        nameOfAgency,
        seen.map(({ this: itself }) => itself),
      )) ?? (await firstFound(session, nameOfOperation, objects))
    );
  } finally {
    await session.post('Debugger.resume').catch(() => undefined);
  }
}

/** The operation, or the agency, that was on the stack at each look. */
async function foundAtWork() {
  const session = new Session();
  session.connectToMainThread();
  try {
    await session.post('Debugger.enable');
    const found = new Set();
    for (let look = 0; look < looks; look++) {
      found.add(await lookAt(session));
      await sleep(betweenLooks);
    }
    found.delete(unseen);
    const [name] = found;
    return found.size === 1 && name !== undefined ? JSON.parse(name) : undefined;
  } finally {
    session.disconnect();
  }
}

const beat = () => Atomics.load(beats, 0);

async function end(last) {
  const found = await Promise.race([foundAtWork().catch(() => undefined), sleep(longestForAll)]);
  // It has gone on in the last moment.
  if (beat() !== last) return;
  try {
    if (found && notes !== undefined)
      appendFileSync(notes, `${JSON.stringify({ ...found, at: Date.now() })}\n`, { mode: 0o600 });
  } catch {
    // Without a place for its notes it ends all the same.
  }
  const noted = notes === undefined ? 'which it has no place to note' : 'which it has noted';
  const what = found?.agency ? `at the answer of ${found.agency}` : 'for an operation';
  const whose = found ? `${what}, ${noted}` : 'for no operation that it knows of';
  writeSync(
    2,
    `${service}: ended itself, as its event loop stood still for ${longest / 1_000} s, ${whose}\n`,
  );
  process.kill(process.pid, 'SIGKILL');
}

let last = beat();
let missed = 0;
let turn = performance.now();
for (;;) {
  await sleep(every);
  const took = performance.now() - turn;
  turn = performance.now();
  const now = beat();
  // A turn that is late by as much as itself was nobody's: the whole process was stopped.
  missed = now !== last || took > 2 * every ? 0 : missed + 1;
  last = now;
  if (missed < turns) continue;
  missed = 0;
  await end(last);
}
