import { type Problem, refuse } from '../../problem.ts';
import { operationLimits } from '../half/operation-limits.ts';

/** The problems of a number of results. */
export const countProblems = (count: number): Problem[] =>
  count >= 1 && count <= operationLimits.results
    ? []
    : refuse('OUT_OF_RANGE', `must be 1 to ${operationLimits.results}`, 'count').problems;
