import { CurveWorkError } from '../../matching/two-key/curve-pool.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';

/** Work that no thread has done, as when the process ends, is done later: the message waits for that. */
export async function whenThereIsAThread<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CurveWorkError && error.failure !== 'FAILED') throw new Contended(error.message);
    throw error;
  }
}
