import { removeDirectory } from './stack.ts';

export async function stopSharedStack(): Promise<void> {
  await globalThis.concordTestStack?.remove();
  for (const directory of globalThis.concordTestDirectories ?? []) removeDirectory(directory);
}
