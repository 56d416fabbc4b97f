import { appendFile, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { builtClassPath } from '../../embedded-mongodb/java-build.ts';
import { findOnPath } from '../../embedded-mongodb/programs.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

const JAVA = fileURLToPath(new URL('../../embedded-mongodb/java/', import.meta.url));
const described = (await findOnPath('mvn', process.env)) === undefined ? describe.skip : describe;

async function copySources(directory: string): Promise<void> {
  await cp(join(JAVA, 'pom.xml'), join(directory, 'pom.xml'));
  await cp(join(JAVA, 'src'), join(directory, 'src'), { recursive: true });
}

const builds = async (directory: string) =>
  (await readdir(join(directory, 'target'))).filter((name) => name !== 'lock');

described('the Java server', () => {
  test(
    'is built once by two that need it at the same time, and again only when its sources change',
    () =>
      inTemporaryDirectory(async (directory) => {
        await copySources(directory);
        const said: string[] = [];
        const build = () => builtClassPath(process.env, (line) => void said.push(line), directory);
        const [first, second] = await Promise.all([build(), build()]);
        expect(first).toEqual(second);
        expect(first.version).toBe('1.47.0');
        expect(said.filter((line) => line.startsWith('building'))).toHaveLength(1);
        expect(said).toContain('waiting for another process to build mongo-java-server');
        expect(await builds(directory)).toHaveLength(1);

        const said1 = said.length;
        expect(await builtClassPath({ PATH: '/nowhere' }, (line) => void said.push(line), directory)).toEqual(
          first,
        );
        expect(said).toHaveLength(said1);

        await appendFile(join(directory, 'src', 'EmbeddedMongoDb.java'), '// changed\n');
        await expect(builtClassPath({ PATH: '/nowhere' }, () => undefined, directory)).rejects.toThrow(
          'no Maven (mvn) on PATH to fetch mongo-java-server 1.47.0 with',
        );
      }),
    120_000,
  );

  test(
    'that does not compile is one line, and leaves nothing that a later start would take for a build',
    () =>
      inTemporaryDirectory(async (directory) => {
        await copySources(directory);
        await appendFile(join(directory, 'src', 'EmbeddedMongoDb.java'), 'class {\n');
        const build = builtClassPath(process.env, () => undefined, directory);
        await expect(build).rejects.toThrow(/^Maven failed: .*EmbeddedMongoDb\.java:\[\d+,\d+\] .*$/);
        expect((await builds(directory)).filter((name) => !name.startsWith('unfinished-'))).toEqual([]);
      }),
    120_000,
  );
});
