// biome-ignore lint/style/noDefaultExport: jest takes a global teardown's default export
export default async function stopSharedStack(): Promise<void> {
  await globalThis.concordTestStack?.remove();
}
