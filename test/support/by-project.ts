import { createRequire } from 'node:module';
import type { Test } from '@jest/test-result';

// The library is CommonJS: what it calls its default export is a name of its exports.
const { default: Sequencer } = createRequire(import.meta.url)(
  '@jest/test-sequencer',
) as typeof import('@jest/test-sequencer');

/** The projects in the order in which they begin: end-to-end tests take longest, and must not be left to the end. */
const order = ['end-to-end', 'integration', 'unit'];

const rankOf = ({ context }: Test): number => order.indexOf(context.config.displayName?.name ?? '');

/** Runs the files of a project after each other, since a process that goes on with another project's loads everything anew. */
// biome-ignore lint/style/noDefaultExport: jest takes a sequencer's default export
export default class ByProject extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests);
    return sorted.sort((one, another) => rankOf(one) - rankOf(another));
  }
}
