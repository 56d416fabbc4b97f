import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { attacks } from './attacks/index.ts';
import { mutants } from './mutants.ts';

describe('each mend that is taken out', () => {
  test.each(mutants)('has its text once in the source: $mend', ({ file, from, to }) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(source.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });

  test.each(mutants)('has an attack that it stops: $mend', ({ mend }) => {
    expect(attacks.map((attack) => attack.mend)).toContain(mend);
  });
});

describe('attacks', () => {
  test('each have a name of their own, which leads a run to it', () => {
    const names = attacks.map(({ mend, name }) => `${mend}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
