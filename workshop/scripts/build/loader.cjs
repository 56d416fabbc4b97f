/**
 * Preloaded into a process (`node --require`), takes the bundled files of the project in place of their sources: its first file,
 * those that are required after this one, and those of its threads and of the processes that it starts with its own options. V8
 * keeps what it has compiled of the bundle. For the first files that are named to this one as a program that is done at once,
 * after which nothing need be written; for any other the first process that has run for some seconds, or ends in order before, leaves
 * it to those that start later.
 */
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

/** A process that goes on while the bundle is made anew must not keep the old one's code beside the new one: `id` tells them apart. */
const { id, files } = JSON.parse(readFileSync(join(__dirname, 'files.json'), 'utf8'));
const source = join(__dirname, 'processes.cjs');

/** The content of a file; undefined where there is none. */
const contentOf = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

const keptOf = (first) => join(__dirname, `${id}${first.replaceAll('/', '-')}.compiled`);

function keep(script, kept) {
  // The last processes of a run may end after its bundle is gone.
  if (!existsSync(source)) return;
  const draft = `${kept}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
  } catch {
    // In an image that cannot be written to, the next process is no faster than this one.
  }
}

/** Milliseconds after which a process has compiled all that its start needs. */
const keptAfter = 5_000;

/** Leaves what was compiled to later processes: soon, since a process that is killed has no end in which to do so. */
function keepSoon(script, kept) {
  const atEnd = () => keep(script, kept);
  process.once('exit', atEnd);
  setTimeout(() => {
    process.off('exit', atEnd);
    keep(script, kept);
  }, keptAfter).unref();
}

/** The bundle as a script, with what was kept of it for a first file. */
function load(first) {
  const cachedData = contentOf(keptOf(first));
  const parameters = 'exports, require, module, __filename, __dirname';
  // ASCII need not be decoded.
  const code = `(function (${parameters}) {${readFileSync(source, 'latin1')}\n})`;
  const script = new Script(code, { filename: source, cachedData });
  const module = new Module(source);
  script.runInThisContext()(module.exports, Module.createRequire(source), module, source, __dirname);
  return { script, isKept: cachedData !== undefined && !script.cachedDataRejected, bundle: module.exports };
}

let loaded;
/** The bundle, loaded once. */
const bundle = () => {
  if (loaded) return loaded;
  const [, first = ''] = process.argv;
  const { script, isKept, bundle: exported } = load(first);
  if (!isKept && isMainThread) keepSoon(script, keptOf(first));
  loaded = exported;
  return loaded;
};

// A function that was not called for a while would be missing in what is kept. Both have the flag, or V8 refuses it.
if (isMainThread) setFlagsFromString('--no-flush-bytecode');

if (require.main === module) {
  for (const first of process.argv.slice(2)) {
    const { script, bundle: exported } = load(first);
    exported.load(files[first]);
    keep(script, keptOf(first));
  }
} else {
  const { _load, runMain } = Module;
  Module._load = (request, ...rest) =>
    Object.hasOwn(files, request) ? bundle().load(files[request]).run() : _load(request, ...rest);
  Module.runMain = (main) => {
    if (!Object.hasOwn(files, main)) return runMain(main);
    globalThis[Symbol.for('run of bundle')] = () => bundle().load(files[main]).run();
    return runMain(join(__dirname, 'main.mjs'));
  };
}
