import type { ChannelRefusalReason } from '../../../../terms/enums.ts';

export const failureReasons = [
  /** There is no connection: the network, the name, the certificate. */
  'UNREACHABLE',
  'TIMEOUT',
  /** Something answered that signs no receipts, such as a proxy. */
  'HTTP_STATUS',
  /** The receipt is not one of that agency on this message. */
  'RECEIPT_REFUSED',
  /** The recipient has signed that it does not take it. */
  'REFUSED',
  /** The two do not agree on the numbers: a database of one of them was restored. */
  'OUT_OF_STEP',
  /** A fault on this side, such as a database that does not answer. */
  'OWN_FAULT',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** The reason for which a delivery has failed, in words for an operator. */
export interface Failure {
  reason: FailureReason;
  /** A code, such as `ECONNREFUSED` or `UNKNOWN_KEY`. */
  detail?: string;
  /** The HTTP status of an answer without a receipt that counts. */
  status?: number;
}

/** The fault by which a receipt proves nothing about a letter. */
export type ReceiptFault =
  | ChannelRefusalReason
  | 'MISSING'
  | 'TOO_LONG'
  | 'ANOTHER_AGENCY'
  | 'ANOTHER_MESSAGE';

/** An attempt that has failed for a known reason. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
};

/** An error of `fetch`, or of reading its answer. */
export function networkFailure(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof Error && error.name === 'TimeoutError')
    return new DeliveryError({ reason: 'TIMEOUT' });
  const detail = codeOf(error);
  return new DeliveryError({ reason: 'UNREACHABLE', ...(detail !== undefined && { detail }) });
}

/** The failure that a thrown error stands for. One of another kind tells its class alone: its message can repeat a record. */
export const failureOf = (error: Error): Failure =>
  error instanceof DeliveryError ? error.failure : { reason: 'OWN_FAULT', detail: error.name };

/**
 * An answer without a receipt that counts. An error without a receipt comes from something that is no end of this channel, such as a
 * proxy, so its status says more than that there is no receipt.
 */
export function withoutReceipt(status: number, fault: ReceiptFault): DeliveryError {
  const isNone = ['MISSING', 'NOT_JSON', 'MALFORMED'].includes(fault);
  return status >= 300 && isNone
    ? new DeliveryError({ reason: 'HTTP_STATUS', status })
    : new DeliveryError({ reason: 'RECEIPT_REFUSED', detail: fault });
}
