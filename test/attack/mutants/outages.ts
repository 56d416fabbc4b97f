import { type Mutant, without } from '../../mutants/mutant.ts';

/** What keeps one officer's failures from being others'. */
export const outageMutants: readonly Mutant[] = [
  without(
    'probe before an outage',
    'gateway/federation/agency-breaker.ts',
    'void this.#probe(probing);',
    'this.#open(probing);\n    void this.#probe(probing);',
  ),
  without(
    'fetches of one officer',
    'gateway/federation/agency-source.ts',
    'const mostOfOfficer = 8;',
    'const mostOfOfficer = 16_000;',
  ),
  without(
    'receipts of an answer',
    'gateway/callers/gathered-limits.ts',
    'if (entries > limits.entries) return false;',
    'if (entries > limits.entries * 1e3) return false;',
  ),
  without(
    'half of the other',
    'gateway/federation/shape-check.ts',
    'return Object.keys(value).length === asked + (isTyped ? 1 : 0);',
    'return Object.keys(value).length >= asked + (isTyped ? 1 : 0);',
  ),
  without(
    'length of a page',
    'gateway/federation/shape-check.ts',
    'value.length <= most',
    'value.length <= most * 1e6',
  ),
  without(
    'places of an answer',
    'gateway/execution/compile-fetch.ts',
    'export const mostAskedAbout = 5_000;',
    'export const mostAskedAbout = 5_000_000;',
  ),
  without(
    'size of an answer',
    'gateway/federation/subgraph-answer.ts',
    'if (error instanceof errors.ResponseExceededMaxSizeError)',
    "if (error instanceof errors.ResponseExceededMaxSizeError && code === '')",
  ),
];
