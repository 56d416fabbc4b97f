import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readTree } from '../workshop/house/read-tree.ts';
import { productionFiles } from '../workshop/scripts/build/start-files.ts';

/** The stages of the Dockerfile, each with what it copies from the project and what it starts. */
const stages = readFileSync('Dockerfile', 'utf8')
  .split(/^FROM /m)
  .slice(1)
  .map((text) => ({
    copied: [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, given = '']) => given.split(' ')),
    started: [...text.matchAll(/^CMD (.+)$/gm)].flatMap(([, words = '[]']) => JSON.parse(words) as string[]),
  }));
const [dependencies, build, image] = stages;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
/** Tells whether a path is sent to the builder: everything is ignored but what a line lets in. */
const isSent = (path: string) =>
  ignored.reduce(
    (sent, line) => (isIn(path, line.replace(/^!/, '')) || line === '*' ? line.startsWith('!') : sent),
    false,
  );

const sources = new Map(readTree('.').map((source) => [source.path, source]));
/** The files that these load, with all that those load. */
function loadedBy(...entries: string[]): Set<string> {
  const loaded = new Set<string>();
  const visit = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const imported of sources.get(path)?.imports.keys() ?? []) visit(imported);
  };
  entries.forEach(visit);
  return loaded;
}
const missingIn = (copied: readonly string[], ...entries: string[]) =>
  [...loadedBy(...entries)].filter((path) => !copied.some((folder) => isIn(path, folder)));

const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, { image: string; command?: string[] }>;
};
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const isSource = (word: string) => /\.(ts|sh)$/.test(word);
const started = [
  ...(image?.started ?? []),
  ...Object.values(services).flatMap(({ image, command = [] }) => (image === 'concord' ? command : [])),
].filter(isSource);
const commands = Object.values(scripts)
  .flatMap((script) => script.split(' '))
  .filter((word) => word.startsWith('commands/') && isSource(word));

describe('the Dockerfile', () => {
  test('has the stages that are looked at here', () => {
    expect(stages).toHaveLength(3);
    expect([dependencies, build, image].every((stage) => (stage?.copied.length ?? 0) > 0)).toBe(true);
    expect(image?.started).toContain('gateway/start.ts');
    expect(started).toEqual(
      expect.arrayContaining(['subgraphs/belarus/start.ts', 'subgraphs/russia/attestor.ts']),
    );
    expect(commands).toEqual(expect.arrayContaining(['commands/retention.ts', 'commands/run.sh']));
  });

  test.each([...new Set(stages.flatMap(({ copied }) => copied))])(
    'copies %s, which there is, and which is sent to the builder',
    (path) => {
      expect(files.some((file) => isIn(file, path))).toBe(true);
      expect(isSent(path)).toBe(true);
    },
  );

  test.each([...new Set([...started, ...commands])])('copies all that %s loads', (path) => {
    expect(files).toContain(path);
    expect(missingIn(image?.copied ?? [], path)).toEqual([]);
  });

  test('copies all that the page and the processes are built from', () => {
    const page = ['workshop/scripts/playground.ts', 'playground/main.tsx'];
    const processes = ['workshop/scripts/build.ts', ...productionFiles];
    expect(missingIn(build?.copied ?? [], ...page, ...processes)).toEqual([]);
  });

  test('would be found to lack a folder, and to send what is ignored', () => {
    const without = image?.copied.filter((path) => path !== 'identity') ?? [];
    expect(missingIn(without, 'gateway/start.ts')).toContain('identity/fetch-token.ts');
    expect(isSent('test')).toBe(false);
    expect(isSent('playground/bundle')).toBe(false);
  });
});
