import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A shape of query that a file of ours has sent while the tests ran. */
interface Recorded {
  shape: string;
  /** The file, by its path; absent where no stack told. */
  origin: string | undefined;
}

/** Where the workers of a run write down what they saw; unset where nobody looks at it afterwards. */
const directoryVariable = 'CONCORD_TEST_QUERIES';
const explainedFile = 'explained.json';

/** Makes the place, for workers that start after it. */
export async function startRecording(): Promise<void> {
  process.env[directoryVariable] = await mkdtemp(join(tmpdir(), 'concord-queries-'));
}

export function recordShape(recorded: Recorded): void {
  const directory = process.env[directoryVariable];
  if (directory) appendFileSync(join(directory, `${process.pid}.jsonl`), `${JSON.stringify(recorded)}\n`);
}

/** Notes the shapes that were carried out, and judged, on a database of production's size. */
export async function recordExplained(shapes: Iterable<string>): Promise<void> {
  const directory = process.env[directoryVariable];
  if (directory) await writeFile(join(directory, explainedFile), JSON.stringify([...shapes]));
}

/**
 * Ends a run.
 * @throws when a test has sent a query of a shape that was not explained; a run without the test that explains, such as that
 * of one file, tells nothing of it
 */
export async function endRecording(): Promise<void> {
  const directory = process.env[directoryVariable];
  if (!directory) return;
  const files = await readdir(directory);
  const lines = await Promise.all(
    files
      .filter((file) => file.endsWith('.jsonl'))
      .map(async (file) => (await readFile(join(directory, file), 'utf8')).trim().split('\n')),
  );
  const explained = files.includes(explainedFile)
    ? new Set<string>(JSON.parse(await readFile(join(directory, explainedFile), 'utf8')))
    : undefined;
  await rm(directory, { recursive: true, force: true });
  if (!explained) return;
  const recorded = lines.flat().map((line) => JSON.parse(line) as Recorded);
  const origins = new Map(recorded.map(({ shape, origin }) => [shape, origin]));
  const unexplained = [...origins].filter(([shape]) => !explained.has(shape));
  process.stderr.write(`${origins.size} shapes of queries were sent, ${explained.size} are explained\n`);
  if (unexplained.length === 0) return;
  const told = unexplained.map(([shape, origin]) => `  ${shape}  (${origin ?? 'a cursor'})`);
  throw new Error(
    [
      'these queries were sent by tests, and indexes.integration.test.ts does not try them with many records;',
      'add to what-an-agency-does.ts what sends them:',
      ...told.sort(),
    ].join('\n'),
  );
}
