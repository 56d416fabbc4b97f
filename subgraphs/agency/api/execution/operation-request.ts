import type { DocumentNode, ExecutionResult } from 'graphql';
import type { RequestContext } from '../context/request-context.ts';

/** One operation to execute. */
export interface OperationRequest {
  document: DocumentNode;
  /** Names the document: equal hashes are equal documents. */
  queryHash: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | undefined;
  context: RequestContext;
}

/** Executes an operation of an agency's subgraph. */
export type Execute = (request: OperationRequest) => Promise<ExecutionResult>;
