import { parseArgs } from 'node:util';
import { choiceOf } from './find-mongod.ts';
import { lockDataDirectory } from './lock.ts';
import { oneLine } from './server.ts';
import { startEmbeddedMongoDb } from './start.ts';

/**
 * A server alone, to look at data by hand or to be killed by a test: node --import tsx workshop/embedded-mongodb/run.ts DIRECTORY
 * Its first line on standard output is JSON: uri, kind, version, pid.
 */
const report = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  const directory = parseArgs({ allowPositionals: true }).positionals[0];
  if (directory === undefined) {
    throw new Error('name the directory that holds the data');
  }
  const release = await lockDataDirectory(directory, report);
  const server = await startEmbeddedMongoDb({
    dataDirectory: directory,
    choice: choiceOf(process.env),
    report,
  });
  const { uri, kind, version, pid } = server;
  process.stdout.write(`${JSON.stringify({ uri, kind, version, pid })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop());
  }
  const { expected, lastWords } = await server.exited;
  await release();
  if (!expected) {
    throw new Error(`the server ended by itself: ${lastWords}`);
  }
} catch (error) {
  report(oneLine(error));
  process.exitCode = 1;
}
