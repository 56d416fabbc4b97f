/** Starts this project's stack over stand-ins and asks it for profiles, for `bench:profile` only: run with `--cpu-prof`, each process says where its time went. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepRecords, linkedDossiers, makeRecords } from '../stacks/bench-records.ts';
import { startStack } from '../stacks/start-stack.ts';
import { measure, requestsUntilWarm, warmUp } from './measure.ts';
import { profileQuestions } from './questions.ts';

const [seconds = ''] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
try {
  const records = makeRecords(300);
  const questions = await profileQuestions(directory, linkedDossiers(records));
  const stack = await startStack('ours', directory, undefined, keepRecords(directory, records));
  try {
    await warmUp(stack, questions, requestsUntilWarm);
    const { requests } = await measure(stack, questions, Number(seconds));
    process.stdout.write(String(requests));
  } finally {
    await Promise.all(stack.processes.map((each) => each.stop()));
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
