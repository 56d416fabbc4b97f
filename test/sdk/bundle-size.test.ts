import { fileURLToPath } from 'node:url';
import { bundleSize, largestBundle } from '../../sdk/scripts/bundle-size.ts';

test('the client weighs less in a page than it may', async () => {
  const { gzipped } = await bundleSize(fileURLToPath(new URL('../../sdk/src/index.ts', import.meta.url)));
  expect(gzipped).toBeLessThan(largestBundle);
});
