import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk.ts';
import type { Operation } from '../wire/ask.ts';
import { emptyVariables, type Incomplete } from './empty-variables.ts';
import { newIdempotencyKey } from './idempotency.ts';
import { type Judged, judge } from './operation.ts';

/** What became of the last operation that the officer ran. */
export type Run =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'not-sent'; why: Exclude<Judged, { state: 'ready' }> | Incomplete }
  | { state: 'done'; operation: Operation; key: string | undefined; outcome: Outcome; asked: Asked };

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

/**
 * Runs operations. A mutation gets a new idempotency key each time; only where it is not known whether it has happened can
 * it be asked again, with the same key.
 */
export function useRuns(onSent: (operation: Operation) => void): {
  run: Run;
  start: (operation: Operation) => Promise<Run>;
  again: () => void;
} {
  const { ask, mandate } = useDesk();
  const [run, setRun] = useState<Run>({ state: 'idle' });

  const send = useCallback(
    async (operation: Operation, key: string | undefined): Promise<Run> => {
      setRun({ state: 'sending' });
      const asked = askedNow(mandate);
      const done: Run = { state: 'done', operation, key, outcome: await ask(operation, key), asked };
      setRun(done);
      return done;
    },
    [ask, mandate],
  );
  const start = useCallback(
    async (operation: Operation): Promise<Run> => {
      const judged = judge(operation.query, operation.operationName);
      if (judged.state !== 'ready') {
        const refused: Run = { state: 'not-sent', why: judged };
        setRun(refused);
        return refused;
      }
      const empty = emptyVariables(operation);
      if (empty.length > 0) {
        const refused: Run = { state: 'not-sent', why: { state: 'incomplete', variables: empty } };
        setRun(refused);
        return refused;
      }
      const done = await send(
        operation,
        judged.operation === 'mutation' ? newIdempotencyKey(random) : undefined,
      );
      if (done.state === 'done' && done.outcome.state === 'answered') onSent(operation);
      return done;
    },
    [send, onSent],
  );
  const again = useCallback(() => {
    if (run.state === 'done') void send(run.operation, run.key);
  }, [run, send]);
  return { run, start, again };
}
