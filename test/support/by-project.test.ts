import type { Test } from '@jest/test-result';
import ByProject from './by-project.ts';

const testOf = (project: string, size: number): Test => {
  const config = { id: project, cacheDirectory: '/none', displayName: { name: project, color: 'white' } };
  const context = { config, hasteFS: { getSize: () => size } } as unknown as Test['context'];
  return { context, path: `/test/${project}-${size}.test.ts` };
};

test('end-to-end tests begin, unit tests end, and of one project the largest begins, while nobody knows how long each takes', async () => {
  const order = ['unit', 'end-to-end', 'integration'].flatMap((project) => [
    testOf(project, 1),
    testOf(project, 9),
  ]);
  const contexts = order.map(({ context }) => context);
  const globalConfig = {} as ConstructorParameters<typeof ByProject>[0]['globalConfig'];
  const sorted = await new ByProject({ contexts, globalConfig }).sort(order);
  expect(sorted.map(({ path }) => path)).toEqual([
    '/test/end-to-end-9.test.ts',
    '/test/end-to-end-1.test.ts',
    '/test/integration-9.test.ts',
    '/test/integration-1.test.ts',
    '/test/unit-9.test.ts',
    '/test/unit-1.test.ts',
  ]);
});
