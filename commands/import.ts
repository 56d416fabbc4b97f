/**
 * `npm run import -- --agency belarus FILE`: records an agency's own dossiers and groups from a file of JSON lines, see
 * docs/import.md. Exit code 0 when all are there now, 2 when some were rejected, 1 when it could not finish, 130 when it
 * was told to stop; in each case the same command again records what is missing, and nothing twice.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { OpenedAgency } from '../subgraphs/agency/opened-agency.ts';
import { importFile, newTally, type Tally } from './import/import-file.ts';
import { type ImportOptions, importOptions, usage } from './import/import-options.ts';
import { demandOtherFile, openRejects } from './import/open-rejects.ts';
import { progressOn } from './import/progress-on.ts';
import { recording } from './import/recording.ts';
import { messageOf } from './running/message-of.ts';
import { onRecordsOf } from './running/on-records-of.ts';
import { complain, runCommand } from './running/run-command.ts';

const exits = { done: 0, unfinished: 1, someRejected: 2, interrupted: 130 } as const;

/** Before any database is asked for. */
async function openToRead(path: string): Promise<FileHandle> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code})`);
  });
  if (!(await file.stat()).isDirectory()) return file;
  await file.close();
  throw new Error(`${path} is a directory`);
}

/**
 * Tells when the process has been told to stop. The terminal and npm both pass a Ctrl-C on: the second changes nothing.
 */
function stopSignal(): () => boolean {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopping = true));
  return () => stopping;
}

function sayCounts({ recorded, alreadyThere, rejected }: Tally, rejects: string): void {
  process.stdout.write(`recorded ${recorded}, already there ${alreadyThere}, rejected ${rejected}\n`);
  if (rejected > 0) process.stdout.write(`the rejected lines, and why: ${rejects}\n`);
}

const goOn = 'The same command again goes on from there.';

async function importInto(opened: OpenedAgency, file: FileHandle, options: ImportOptions): Promise<number> {
  const source = await file.stat();
  const rejects = openRejects(options.rejects, source);
  const isStopping = stopSignal();
  const progress = progressOn(process.stderr, source.size);
  const tally = newTally();
  let ended: boolean | Error;
  try {
    const steps = {
      ...recording(opened, options.importer),
      reject: rejects.add,
      progress: progress.show,
      isStopping,
    };
    ended = await importFile(file.createReadStream({ autoClose: false }), steps, tally);
  } catch (error) {
    ended = error as Error;
  } finally {
    progress.end();
    rejects.close(tally.rejected === 0);
  }
  sayCounts(tally, options.rejects);
  if (ended instanceof Error) {
    complain(`import: stopped after line ${tally.line}: ${messageOf(ended)}\n${goOn}`);
    return exits.unfinished;
  }
  if (!ended) {
    complain(`import: told to stop, after line ${tally.line}. ${goOn}`);
    return exits.interrupted;
  }
  return tally.rejected > 0 ? exits.someRejected : exits.done;
}

await runCommand('import', usage, async () => {
  const options = importOptions(process.argv.slice(2));
  const file = await openToRead(options.file);
  try {
    demandOtherFile(options.rejects, await file.stat());
    return await onRecordsOf(options.agency, (opened) => importInto(opened, file, options));
  } finally {
    await file.close();
  }
});
