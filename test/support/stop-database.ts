import { rm } from 'node:fs/promises';

/** A server that MONGODB_TEST_URI named is left as it is. */
// biome-ignore lint/style/noDefaultExport: jest takes a global teardown's default export
export default async function stopDatabase(): Promise<void> {
  const started = globalThis.concordTestServer;
  if (started !== undefined) {
    await started.server.stop();
    await rm(started.directory, { recursive: true, force: true });
  }
}
