import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type FaultName, faultNames } from './faults/fault.ts';

const usage = `usage: npm run chaos:mongodb -- [--faults NAME,NAME] [--skip NAME,NAME] [--writes 500] [--writers 6]
  --faults  only these; --skip: all but these; of ${faultNames.join(', ')}
  --writes  the least number of acknowledged writes around each fault
  --writers how many officers of each agency write at a time
  --spoil   loses, doubles and drops one each behind the program's back, to show that the count notices`;

export interface Options {
  faults: FaultName[];
  writes: number;
  writers: number;
  spoil: boolean;
}

const names = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(faultNames, `a fault is one of ${faultNames.join(', ')}`)));

const schema = z.object({
  faults: names.default([...faultNames]),
  skip: names.default([]),
  writes: z.coerce.number('--writes is a number').int().min(5).max(100_000).default(500),
  writers: z.coerce.number('--writers is a number').int().min(1).max(100).default(6),
  spoil: z.boolean().default(false),
});

/** @throws Error that says what is wrong and how it is used */
export function readOptions(args: readonly string[]): Options {
  const refuse = (message: string) => new Error(`${message}\n${usage}`);
  const string = { type: 'string' } as const;
  const numbers = { writes: string, writers: string } as const;
  const options = { faults: string, skip: string, ...numbers, spoil: { type: 'boolean' } } as const;
  let given: unknown;
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const result = schema.safeParse(given);
  if (!result.success) throw refuse(result.error.issues.map(({ message }) => message).join('; '));
  const { skip, faults, ...rest } = result.data;
  const wanted = faults.filter((name) => !skip.includes(name));
  if (wanted.length === 0) throw refuse('no fault is left to make');
  return { ...rest, faults: wanted };
}
