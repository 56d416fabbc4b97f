import { startSharedStack } from './end-to-end/start-shared-stack.ts';
import { startNoting } from './met/met.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a set-up's default export
export default async function setUp(): Promise<void> {
  await startNoting();
  await startSharedStack();
}
