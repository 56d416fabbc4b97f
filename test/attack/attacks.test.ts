import { attacks } from './attacks/index.ts';

test('each attack has a name of its own, which leads a run to it', () => {
  const names = attacks.map(({ mend, name }) => `${mend}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
