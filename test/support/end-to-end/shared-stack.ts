import { type Callers, callersOf } from './callers.ts';
import type { StackAddress } from './stack.ts';
import type { AgencyName } from './tokens.ts';

/** How the global setup tells the workers of the stack that it has started. */
export const stackVariable = 'CONCORD_TEST_STACK';

export interface SharedStack extends StackAddress {
  /** What it has printed while it started. */
  welcome: string;
  /** The addresses of the attestors. */
  attestors: Readonly<Record<AgencyName, string>>;
}

/**
 * The stack that this run shares. Other files use it at the same time, so its tests only read: whoever stops a part of
 * it, writes, or counts what it does has a stack of his own.
 */
export function sharedStack(): SharedStack & Callers {
  const shared: SharedStack | null = JSON.parse(process.env[stackVariable] ?? 'null');
  if (!shared) throw new Error(`${stackVariable} is not set: only *.e2e.test.ts files have a stack`);
  return { ...shared, ...callersOf(shared) };
}
