import { type Callers, callersOf } from './callers.ts';
import type { Launched } from './processes.ts';
import { copySeededData } from './seeded-data.ts';
import { addressOf, type Stack, type StackAddress, startStack } from './stack.ts';

export interface OwnStack extends StackAddress, Callers {
  /** `npm start` itself, once the tests run. */
  process(): Launched;
}

/**
 * A stack of the test file's own, which it may break: started before its first test, with the demo data already written,
 * gone after its last.
 */
export function ownStack(settings: NodeJS.ProcessEnv): OwnStack {
  let stack: Stack | undefined;
  beforeAll(async () => {
    copySeededData(settings.DATA_DIR ?? '');
    stack = await startStack(settings);
  });
  afterAll(async () => {
    await stack?.remove();
  });
  const address = addressOf(settings);
  const process = () => {
    if (!stack) throw new Error('the stack has not started');
    return stack.process;
  };
  return { ...address, ...callersOf(address), process };
}
