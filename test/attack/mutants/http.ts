import type { Mutant } from '../mutants.ts';

const callerConnections = 'server/connections/caller-connections.ts';

/** Defences of the gateway's HTTP side, and of what it sends to agencies. */
export const httpMutants: readonly Mutant[] = [
  {
    mend: 'connections without a token',
    edits: [
      { file: callerConnections, from: '- this.#bounds.withoutToken;', to: '- Number.POSITIVE_INFINITY;' },
      { file: callerConnections, from: 'of most ?? []) {', to: 'of [] as Connection[]) {' },
    ],
  },
];
