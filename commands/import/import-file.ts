import type { Imported, Planned } from '../../subgraphs/agency/actions/import/import-once.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import { inBatches, isGroup, type Line } from './batches.ts';
import { type Given, type LineProblem, longestLine } from './line.ts';
import { readLines } from './read-lines.ts';

/** The progress of an import. */
export interface Tally {
  /** The last line of which is known what became of it. */
  line: number;
  /** The bytes of the file that these lines took. */
  bytes: number;
  recorded: number;
  alreadyThere: number;
  rejected: number;
}

export const newTally = (): Tally => ({ line: 0, bytes: 0, recorded: 0, alreadyThere: 0, rejected: 0 });

/** A decision on the content of one line. */
export type PlannedLine = Planned<DossierRecord> | Planned<GroupRecord>;

export interface ImportSteps {
  /** Decides on the lines of a batch, all of them groups or all of them dossiers. */
  plan(given: readonly Given[]): Promise<PlannedLine[]>;
  /** Does it. */
  write(planned: readonly PlannedLine[]): Promise<Imported[]>;
  reject(line: number, problems: readonly LineProblem[]): void;
  /** After each batch. */
  progress(tally: Readonly<Tally>): void;
  /** True once the import is to stop after the batch in hand. */
  isStopping(): boolean;
}

/** The problems of a line, by paths of the line. */
const problemsIn = (given: Given, problems: readonly LineProblem[]): LineProblem[] => {
  const record = isGroup(given) ? 'group' : 'dossier';
  return problems.map((problem) =>
    problem.code === 'KEY_REUSED'
      ? problem
      : { ...problem, path: problem.path === '' ? record : `${record}.${problem.path}` },
  );
};

const isGiven = (line: Line): line is Extract<Line, { given: Given }> => 'given' in line;

function count(batch: readonly Line[], imported: readonly Imported[], { reject }: ImportSteps, tally: Tally) {
  let next = 0;
  for (const line of batch) {
    const became = isGiven(line) ? imported[next++] : undefined;
    if (became === 'RECORDED') tally.recorded += 1;
    else if (became === 'ALREADY_THERE') tally.alreadyThere += 1;
    else {
      tally.rejected += 1;
      reject(line.number, isGiven(line) ? problemsIn(line.given, became?.problems ?? []) : line.problems);
    }
    tally.line = line.number;
    tally.bytes = line.end;
  }
}

/**
 * Imports a file's lines in batches. While the database writes one the next is read and checked, and no more than these
 * two are in memory. Only after groups have been written are the dossiers looked at that may name them.
 * @param tally is counted up, so that whoever asked knows how far it got when it fails
 * @returns whether it came to the end of the file
 */
export async function importFile(
  chunks: AsyncIterable<Buffer>,
  steps: ImportSteps,
  tally: Tally,
): Promise<boolean> {
  const write = async (batch: readonly Line[], planned: readonly PlannedLine[]) => {
    count(batch, await steps.write(planned), steps, tally);
    steps.progress(tally);
  };
  let writing: Promise<void> = Promise.resolve();
  let areGroups = false;
  for await (const batch of inBatches(readLines(chunks, longestLine))) {
    const given = batch.filter(isGiven).map((line) => line.given);
    if (areGroups) await writing;
    areGroups = given.some(isGroup);
    const planned = await steps.plan(given);
    await writing;
    if (steps.isStopping()) return false;
    writing = write(batch, planned);
    // When it fails, the next turn of the loop does, and says so.
    writing.catch(() => undefined);
  }
  await writing;
  return true;
}
