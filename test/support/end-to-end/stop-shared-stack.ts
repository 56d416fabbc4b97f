import { removeDirectory } from './stack.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a global teardown's default export
export default async function stopSharedStack(): Promise<void> {
  await globalThis.concordTestStack?.remove();
  for (const directory of globalThis.concordTestDirectories ?? []) removeDirectory(directory);
}
