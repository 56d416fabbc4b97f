import { useCallback, useRef, useState } from 'react';
import type { Address, OperationPlace } from './address.ts';
import type { OperationOrigin } from './operation-origin.ts';

/** The ways to the joint operations, and the record that a new one is to grow from: both are in memory alone. */
export interface OperationPlaces {
  /** The place that was shown last. */
  last: OperationPlace | undefined;
  origin: OperationOrigin | undefined;
  goTo: (operation: OperationPlace | undefined) => void;
  proposeFrom: (origin: OperationOrigin) => void;
}

/** Remembers the last place among the joint operations, and opens the form of a new one from a record. */
export function useOperationPlaces(address: Address, go: (next: Address) => void): OperationPlaces {
  const last = useRef<OperationPlace>(undefined);
  if (address.view === 'operations') last.current = address.operation;
  const [origin, setOrigin] = useState<OperationOrigin>();
  const goTo = useCallback(
    (operation: OperationPlace | undefined) => go({ view: 'operations', operation }),
    [go],
  );
  const proposeFrom = useCallback(
    (chosen: OperationOrigin) => {
      setOrigin(chosen);
      goTo({ isNew: true });
    },
    [goTo],
  );
  return { last: last.current, origin, goTo, proposeFrom };
}
