import { useCallback, useRef, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import type { Operation } from '../wire/operation.ts';
import { emptyVariables, type Incomplete } from './examples/empty-variables.ts';
import { type Judged, judge } from './judge.ts';
import { type JudgedVariables, judgeVariables } from './judge-variables.ts';
import { newIdempotencyKey } from './new-idempotency-key.ts';

/** The reason why a run was not sent. */
export type Refused = Exclude<Judged | JudgedVariables, { state: 'ready' }> | Incomplete;

/** The state of the last operation that the officer ran. */
export type Run =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'not-sent'; why: Refused }
  | { state: 'done'; operation: Operation; key: string | undefined; outcome: Outcome; asked: Asked };

/** The texts in the editors. */
export interface Written {
  query: string;
  /** The text as it is written, JSON or not. */
  variables: string;
  operationName: string | undefined;
}

export interface Runs {
  run: Run;
  /** @returns undefined when one is under way already */
  start(written: Written): Promise<Run | undefined>;
  again(): void;
  stop(): void;
}

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

/**
 * Runs operations. A mutation gets a new idempotency key each time; only where it is not known whether it has happened can
 * it be asked again, with the same key.
 */
export function useRuns(onSent: (operation: Operation) => void): Runs {
  const { ask, mandate } = useDesk();
  const [run, setRun] = useState<Run>({ state: 'idle' });
  const underWay = useRef<AbortController>(undefined);

  const send = useCallback(
    async (operation: Operation, key: string | undefined): Promise<Run> => {
      const stopping = new AbortController();
      underWay.current = stopping;
      setRun({ state: 'sending' });
      const asked = askedNow(mandate);
      const outcome = await ask(operation, key, stopping.signal);
      underWay.current = undefined;
      const done: Run = { state: 'done', operation, key, outcome, asked };
      setRun(done);
      return done;
    },
    [ask, mandate],
  );
  const start = useCallback(
    async (written: Written): Promise<Run | undefined> => {
      if (underWay.current) return undefined;
      const judged = judge(written.query, written.operationName);
      const given = judgeVariables(written.variables);
      if (judged.state !== 'ready' || given.state !== 'ready') {
        const why = judged.state !== 'ready' ? judged : (given as Refused);
        const refused: Run = { state: 'not-sent', why };
        setRun(refused);
        return refused;
      }
      const operation: Operation = {
        query: written.query,
        variables: given.variables,
        operationName: judged.operationName,
      };
      const empty = emptyVariables(operation);
      if (empty.length > 0) {
        const refused: Run = { state: 'not-sent', why: { state: 'incomplete', variables: empty } };
        setRun(refused);
        return refused;
      }
      const key = judged.operation === 'mutation' ? newIdempotencyKey(random) : undefined;
      const done = await send(operation, key);
      if (done.state === 'done' && done.outcome.state === 'answered') onSent(operation);
      return done;
    },
    [send, onSent],
  );
  const again = useCallback(() => {
    if (run.state === 'done' && !underWay.current) void send(run.operation, run.key);
  }, [run, send]);
  const stop = useCallback(() => underWay.current?.abort(), []);
  return { run, start, again, stop };
}
