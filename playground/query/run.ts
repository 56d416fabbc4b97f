import type { GraphQLSchema } from 'graphql';
import { useCallback, useRef, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import type { Operation } from '../wire/operation.ts';
import { emptyVariables, type Incomplete } from './examples/empty-variables.ts';
import { type Judged, judge } from './judge.ts';
import { type JudgedVariables, judgeVariables } from './judge-variables.ts';
import { newIdempotencyKey } from './new-idempotency-key.ts';
import { withMembers } from './with-members.ts';

/** The reason why a run was not sent. */
export type Refused = Exclude<Judged | JudgedVariables, { state: 'ready' }> | Incomplete;

/** The state of the last operation that the officer ran. */
export type Run =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'not-sent'; why: Refused }
  /** A change, which is not sent before the officer has confirmed it. */
  | { state: 'to-confirm'; written: Operation; actions: string[] }
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
  /** Sends a query; of a change it asks first whether it is meant. Does nothing while one is under way. */
  start(written: Written): void;
  /** Sends the change that waits for it. */
  confirm(): void;
  /** Forgets the change that waits to be confirmed. */
  dismiss(): void;
  again(): void;
  stop(): void;
}

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

/** The operation to send for what stands in the editors, or why there is none. */
function operationOf(written: Written): { operation: Operation; actions: string[] | undefined } | Refused {
  const judged = judge(written.query, written.operationName);
  if (judged.state !== 'ready') return judged;
  const given = judgeVariables(written.variables);
  if (given.state !== 'ready') return given;
  const operation: Operation = {
    query: written.query,
    variables: given.variables,
    operationName: judged.operationName,
  };
  const empty = emptyVariables(operation);
  if (empty.length > 0) return { state: 'incomplete', variables: empty };
  return { operation, actions: judged.operation === 'mutation' ? judged.actions : undefined };
}

/**
 * Runs operations. A mutation waits until it is confirmed, and gets a new idempotency key each time; only where it is not known
 * whether it has happened can it be asked again, with the same key.
 */
export function useRuns(schema: GraphQLSchema | undefined, onSent: (operation: Operation) => void): Runs {
  const { ask, mandate, missing } = useDesk();
  const [run, setRun] = useState<Run>({ state: 'idle' });
  const underWay = useRef<AbortController>(undefined);

  const send = useCallback(
    async (operation: Operation, key: string | undefined): Promise<Outcome> => {
      const stopping = new AbortController();
      underWay.current = stopping;
      setRun({ state: 'sending' });
      const asked = askedNow(mandate);
      const outcome = await ask(operation, { key, stop: stopping.signal });
      underWay.current = undefined;
      setRun({ state: 'done', operation, key, outcome, asked });
      return outcome;
    },
    [ask, mandate],
  );
  const begin = useCallback(
    async (written: Operation, isChange: boolean) => {
      const operation =
        isChange && schema ? { ...written, query: withMembers(written.query, schema) } : written;
      const outcome = await send(operation, isChange ? newIdempotencyKey(random) : undefined);
      if (outcome.state === 'answered') onSent(written);
    },
    [schema, send, onSent],
  );
  const start = useCallback(
    (written: Written) => {
      if (underWay.current) return;
      const judged = operationOf(written);
      if ('state' in judged) return setRun({ state: 'not-sent', why: judged });
      const { operation, actions } = judged;
      // Without a mandate nothing is sent, so there is nothing to confirm.
      if (actions && missing.length === 0) setRun({ state: 'to-confirm', written: operation, actions });
      else void begin(operation, actions !== undefined);
    },
    [begin, missing],
  );
  const confirm = useCallback(() => {
    if (run.state === 'to-confirm') void begin(run.written, true);
  }, [run, begin]);
  const dismiss = useCallback(() => setRun({ state: 'idle' }), []);
  const again = useCallback(() => {
    if (run.state === 'done' && !underWay.current) void send(run.operation, run.key);
  }, [run, send]);
  const stop = useCallback(() => underWay.current?.abort(), []);
  return { run, start, confirm, dismiss, again, stop };
}
