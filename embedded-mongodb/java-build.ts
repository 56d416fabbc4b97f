import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from 'proper-lockfile';
import { runMaven } from './maven.ts';
import { findOnPath } from './programs.ts';
import type { Environment, Report } from './server.ts';

const PROJECT = fileURLToPath(new URL('./java/', import.meta.url));

/**
 * The class path of the Java server, built by Maven when there is no build of the present sources.
 *
 * A build lies in a directory named by the sources' hash and gets that name only when it is whole: one that exists can be
 * used without a lock, one of older sources is not mistaken for it, and a running server keeps its own.
 */
export async function builtClassPath(
  environment: Environment,
  report: Report,
  project = PROJECT,
): Promise<{ version: string; classPath: string }> {
  const target = join(project, 'target');
  const pom = await readFile(join(project, 'pom.xml'), 'utf8');
  const version = /<mongo-java-server\.version>(.+)</.exec(pom)?.[1] ?? 'unknown';
  const build = join(target, await sourcesHash(project));
  if (!(await exists(build))) {
    const maven = await findOnPath('mvn', environment);
    if (maven === undefined) {
      throw new Error(`no Maven (mvn) on PATH to fetch mongo-java-server ${version} with`);
    }
    await alone(target, report, async () => {
      if (!(await exists(build))) {
        report(`building mongo-java-server ${version} with Maven: the first time it fetches some 30 MB`);
        const unfinished = await emptyDirectory(target);
        await runMaven({ maven, arguments: goals(project, unfinished), environment, report });
        await rename(unfinished, build);
      }
    });
  }
  return { version, classPath: [join(build, 'classes'), join(build, 'lib', '*')].join(delimiter) };
}

/** By their whole names: of a short one, a Maven without a network says only that it does not know it. */
function goals(project: string, output: string): string[] {
  const plugins = 'org.apache.maven.plugins';
  return [
    `--file=${join(project, 'pom.xml')}`,
    `-Doutput=${output}`,
    `${plugins}:maven-compiler-plugin:compile`,
    `${plugins}:maven-dependency-plugin:copy-dependencies`,
  ];
}

/** A new one; those that builds left behind when they were killed are removed, since whoever builds now is alone. */
async function emptyDirectory(target: string): Promise<string> {
  const left = (await readdir(target)).filter((name) => name.startsWith('unfinished-'));
  await Promise.all(left.map((name) => rm(join(target, name), { recursive: true, force: true })));
  const directory = join(target, `unfinished-${process.pid}`);
  await mkdir(directory);
  return directory;
}

/** One build at a time on this machine: Maven 3 does not lock the repository that it downloads into. */
async function alone(target: string, report: Report, build: () => Promise<void>): Promise<void> {
  await mkdir(target, { recursive: true });
  const options = { lockfilePath: join(target, 'lock'), stale: 10_000, onCompromised: () => undefined };
  const release = await lock(target, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') {
      throw error;
    }
    report('waiting for another process to build mongo-java-server');
    return lock(target, {
      ...options,
      retries: { retries: 2_400, factor: 1, minTimeout: 250, maxTimeout: 250 },
    });
  });
  try {
    await build();
  } finally {
    await release().catch(() => undefined);
  }
}

async function sourcesHash(project: string): Promise<string> {
  const sources = (await readdir(join(project, 'src'))).sort().map((name) => join('src', name));
  const hash = createHash('sha256');
  for (const name of ['pom.xml', ...sources]) {
    hash.update(name).update(await readFile(join(project, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
