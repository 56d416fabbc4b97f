/** An event in a client's work, step by step. It holds no token, no variable and no value of an answer. */
export type ClientEvent =
  | {
      readonly kind: 'sent';
      readonly operation: string;
      readonly requestId: string;
      /** Counts what is sent for one call, from 0. */
      readonly attempt: number;
    }
  | {
      readonly kind: 'answered';
      readonly operation: string;
      readonly requestId: string;
      readonly attempt: number;
      readonly status: number;
      /** Codes of the errors, in order. */
      readonly codes: readonly string[];
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'failed';
      readonly operation: string;
      readonly requestId: string;
      readonly attempt: number;
      readonly code: string;
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'retrying';
      readonly operation: string;
      readonly requestId: string;
      readonly attempt: number;
      /** Time that it waits first. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'token-refused'; readonly operation: string; readonly requestId: string };

export type Observer = (event: ClientEvent) => void;

/** Tells an observer, who cannot stop what it observes: an officer's query must not fail for want of a log. */
export function tell(observe: Observer | undefined, event: ClientEvent): void {
  if (!observe) return;
  try {
    // It may be asynchronous, and then fail later.
    Promise.resolve(observe(event) as unknown).catch(() => undefined);
  } catch {
    // Its own matter.
  }
}
