import { createContext, useContext } from 'react';
import type { OperationOrigin } from './operation-origin.ts';

/** Opens the form of a new operation that grows from a record; undefined for officers who propose none. */
export type ProposeFrom = ((origin: OperationOrigin) => void) | undefined;

export const ProposingContext = createContext<ProposeFrom>(undefined);

/** The way from a record to a joint operation that grows from it. */
export const useProposing = (): ProposeFrom => useContext(ProposingContext);
