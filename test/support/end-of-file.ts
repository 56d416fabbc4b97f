type Close = () => unknown;

const closing: Close[] = [];

/** Closes what a helper has opened once the test file that asked for it has ended; can be called in a test too. */
export function atEndOfFile(close: Close): void {
  closing.push(close);
}

/** Closes all of it, the last first. Every project's `end-of-file-setup.ts` calls it. */
export async function endFile(): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close();
}
