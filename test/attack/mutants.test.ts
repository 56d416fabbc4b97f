import { readFileSync } from 'node:fs';
import { attacks } from './attacks/index.ts';
import { mutants } from './mutants.ts';

describe('each mend that is taken out', () => {
  test.each(mutants)('has its texts once in the source: $mend', ({ edits }) => {
    expect(edits.length).toBeGreaterThan(0);
    for (const { file, from, to } of edits) {
      const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      expect({ from, times: source.split(from).length - 1 }).toEqual({ from, times: 1 });
      expect(to).not.toBe(from);
    }
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
