import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the workers of a run write down what they met; unset where nobody looks at it afterwards. */
export const directoryVariable = 'CONCORD_TEST_MET';

/**
 * What a caller can meet: an error's code, the outcome of an action, being answered as an officer of some role; and the
 * test file that ran.
 */
export type Kind = 'code' | 'outcome' | 'officer' | 'file';

const noted = new Set<string>();

export function noteMet(kind: Kind, name: string): void {
  const directory = process.env[directoryVariable];
  const line = `${JSON.stringify([kind, name])}\n`;
  if (!directory || noted.has(directory + line)) return;
  noted.add(directory + line);
  appendFileSync(join(directory, `${process.pid}.jsonl`), line);
}
