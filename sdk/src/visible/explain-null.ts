import type { AnsweredError } from '../errors/from-answer.ts';
import type { ReceiptFor } from './receipts.ts';
import type { Gap } from './visible.ts';

/** Where a null stands. */
export interface NullPlace {
  path: readonly (string | number)[];
  coordinate: string;
  /** The dossier that it belongs to, by its id. */
  dossier: string | undefined;
  /** The agency that answers for it. */
  agency: string | undefined;
}

/** What an answer says beside its data. */
export interface Told {
  requestId: string;
  receiptFor: ReceiptFor;
  outages: ReadonlySet<string>;
  /** All errors but the outages of agencies. */
  errors: readonly AnsweredError[];
}

const absent: Gap = Object.freeze({ state: 'absent' });

/** Whether an error at a path has made the null at another: a null stands where the error arose, or around it. */
export const isCause = ({ path }: AnsweredError, place: readonly (string | number)[]): boolean =>
  path !== undefined && place.every((key, index) => path[index] === key);

/**
 * Why a field is null. It is called absent only where nothing else can be: an error without a path may be about any null,
 * and an agency that did not answer once in this request may not have answered here.
 */
export function explainNull({ path, coordinate, dossier, agency }: NullPlace, told: Told): Gap {
  const receipt = told.receiptFor(coordinate, dossier);
  if (receipt) {
    const { owner, reason, remedy, advice } = receipt;
    const withheld = { state: 'withheld', coordinate, class: receipt.class, owner, reason, remedy } as const;
    return advice ? { ...withheld, advice } : withheld;
  }
  if (agency !== undefined && told.outages.has(agency)) return { state: 'unavailable', coordinate, agency };
  const error = told.errors.find((one) => one.path === undefined || isCause(one, path));
  if (!error) return absent;
  const code = error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  return { state: 'failed', coordinate, code, message: error.message, requestId: told.requestId };
}
