import { type ElementFault, faultInElement } from './group.ts';

/** The most elements of one batch: what takes a core a twentieth of a second. */
export const mostInBatch = 64;

/** What is wrong with a batch, or with the answer to one. */
export type BatchFault =
  | ElementFault
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'COUNT_DIFFERS'
  | 'PUBLIC_KEY_MALFORMED'
  | 'WRONG_FACTOR'
  | 'WRONG_PROOF';

export interface BatchRefused {
  kind: 'refused';
  fault: BatchFault;
  /** The place in the batch, from 0, where one element alone is at fault. */
  place?: number;
}

export const refused = (fault: BatchFault): BatchRefused => ({ kind: 'refused', fault });

/** The first fault of elements that came from elsewhere; their number is looked at before any of them. */
export function faultInBatch(elements: readonly Uint8Array[]): BatchRefused | undefined {
  if (elements.length === 0) return refused('EMPTY');
  if (elements.length > mostInBatch) return refused('TOO_LARGE');
  for (const [place, element] of elements.entries()) {
    const fault = faultInElement(element);
    if (fault) return { ...refused(fault), place };
  }
  return undefined;
}
