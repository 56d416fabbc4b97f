import { CurvePool } from '../../../subgraphs/agency/matching/two-key/curve-pool.ts';
import { openComparing } from '../../../subgraphs/agency/open-comparing.ts';
import { keptForProcess } from '../runner/left-behind.ts';

/** A pool that outlives the agencies that use it; its idle thread keeps no process alive. */
class SharedPool extends CurvePool {
  override async stop(): Promise<void> {}
}

let shared: Promise<CurvePool> | undefined;

/**
 * Gives what compares identifiers, over one thread for all agencies of a process: a thread takes half a second of processor time to start.
 */
export async function sharedComparing(): Promise<typeof openComparing> {
  shared ??= keptForProcess(async () => {
    const pool = new SharedPool();
    await pool.blind([undefined]);
    return pool;
  });
  const curve = await shared;
  return (...given) => ({ ...openComparing(...given), curve });
}
