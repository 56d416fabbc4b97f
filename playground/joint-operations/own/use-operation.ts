import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../../answer/asked.ts';
import { type Outcome, useDesk } from '../../desk/use-desk.ts';
import { newIdempotencyKey } from '../../query/new-idempotency-key.ts';
import { lastOne } from '../../wire/last-one.ts';
import { type OperationPart, operationParts, partOperation } from './own-operations.ts';

/** One operation that was asked for, with the outcome of each of its parts. */
export interface OperationRead {
  wanted: string;
  asked: Asked;
  outcomes: Readonly<Record<OperationPart, Outcome>>;
}

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

/** One operation, read when it is asked for, its parts under one request id. Answers about one that is no longer wanted are dropped. */
export function useOperation() {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<OperationRead>();
  const [asking, setAsking] = useState<string>();
  const [begin] = useState(lastOne);
  const read = useCallback(
    async (wanted: string) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      const requestId = newIdempotencyKey(random);
      setAsking(wanted);
      const parts = operationParts.map((part) => ask(partOperation(agency, part, wanted), { requestId }));
      const [common, plan, outcome] = await Promise.all(parts);
      if (!isLast() || !common || !plan || !outcome) return;
      setShown({ wanted, asked, outcomes: { common, plan, outcome } });
      setAsking(undefined);
    },
    [ask, mandate, agency, begin],
  );
  return { shown, asking, read };
}
