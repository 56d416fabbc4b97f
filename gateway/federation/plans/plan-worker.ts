/** The thread in which dear plans are made, one after the other: what a plan takes is taken from it, and it can be ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError, parse } from 'graphql';
import { createQueryPlanner } from './create-query-planner.ts';
import type { PlanMade, PlanToMake, PlanWorkerData } from './dear-plans.ts';

const { supergraphSdl } = workerData as PlanWorkerData;
const planOperation = createQueryPlanner(supergraphSdl);
const answer = (made: PlanMade) => parentPort?.postMessage(made);

parentPort?.on('message', ({ text, operationName }: PlanToMake) => {
  try {
    answer({ kind: 'made', plan: planOperation(parse(text), operationName) });
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions.code : undefined;
    answer({ kind: 'failed', message: String(error), code: typeof code === 'string' ? code : undefined });
  }
});
answer({ kind: 'ready' });
