/** What a client does, step by step. It holds no token, no variable and no value of an answer. */
export type ClientEvent =
  | {
      readonly kind: 'sent';
      readonly operation: string;
      readonly requestId: string;
      readonly attempt: number;
    }
  | {
      readonly kind: 'answered';
      readonly operation: string;
      readonly requestId: string;
      readonly attempt: number;
      readonly status: number;
      /** Of the errors, in order. */
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
      /** How long it waits first. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'token-refused'; readonly operation: string; readonly requestId: string };

export type Observer = (event: ClientEvent) => void;

/** An observer that cannot stop what it observes. */
export const quietly =
  (observe: Observer | undefined): Observer =>
  (event) => {
    try {
      observe?.(event);
    } catch {
      // Its own matter: an officer's query must not fail for want of a log.
    }
  };
