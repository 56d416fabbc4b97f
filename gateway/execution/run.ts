import type { GraphQLError } from 'graphql';
import type { Data } from './own.ts';

/** Does a fetch, and whatever is to be done around one: a span, a measurement. */
export type AroundFetch = <T>(subgraph: string, fetch: () => Promise<T>) => Promise<T>;

/** One run of an operation: what its steps share. */
export interface Run<Context> {
  /** The caller's variables as they were given. */
  variables: Data;
  context: Context;
  around: AroundFetch;
  /** All that has been answered so far. */
  data: Data;
  errors: GraphQLError[];
  /** Objects that other agencies were asked about so far, see `mostAskedAbout`. */
  askedAbout: number;
  /** Characters of answers that were copied so far, see `mostCopied`. */
  copied: number;
  /** The value of a variable by which a part of the operation is skipped or included. */
  isTrue: (variable: string) => boolean;
}

/** A part of a plan as it is run. It fails for nobody: its errors are noted. */
export type Step<Context> = (run: Run<Context>) => Promise<void>;
