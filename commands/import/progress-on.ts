import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import type { Tally } from './import-file.ts';

export interface Progress {
  show(tally: Readonly<Tally>): void;
  end(): void;
}

const format =
  '{bar} {percentage} % | {line} lines | {recorded} recorded, {alreadyThere} already there, {rejected} rejected | {duration_formatted}, {eta_formatted} to go';

/** Lines between two reports where nobody watches a bar, such as in a log. */
const reportEvery = 10_000;

const bar = (stream: NodeJS.WritableStream, totalBytes: number): Progress => {
  const shown = new SingleBar({ stream, format, etaBuffer: 50 }, Presets.shades_classic);
  shown.start(totalBytes, 0, { line: 0, recorded: 0, alreadyThere: 0, rejected: 0 });
  return {
    show: ({ bytes, ...counts }) => shown.update(bytes, counts),
    end: () => shown.stop(),
  };
};

const reports = (stream: NodeJS.WritableStream, totalBytes: number): Progress => {
  let next = reportEvery;
  return {
    show({ line, bytes }) {
      if (line < next) return;
      next = (Math.floor(line / reportEvery) + 1) * reportEvery;
      stream.write(`${line} lines, ${Math.floor((bytes / totalBytes) * 100)} %\n`);
    },
    end: () => undefined,
  };
};

/** A bar on a terminal, a line now and then anywhere else. */
export const progressOn = (
  stream: NodeJS.WritableStream & Pick<WriteStream, 'isTTY'>,
  totalBytes: number,
): Progress => (stream.isTTY ? bar : reports)(stream, Math.max(totalBytes, 1));
