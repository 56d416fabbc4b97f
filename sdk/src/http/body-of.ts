import type { OperationMap } from '../document/operation-map.ts';
import { ConcordError } from '../errors/concord-error.ts';

/** The part of a body that is the same in every request of an operation. */
const heads = new WeakMap<OperationMap, string>();

function headOf(operation: OperationMap): string {
  const known = heads.get(operation);
  if (known !== undefined) return known;
  const text = JSON.stringify({ query: operation.source, operationName: operation.name });
  const head = `${text.slice(0, -1)},"variables":`;
  heads.set(operation, head);
  return head;
}

const invalid = (cause?: unknown) =>
  new ConcordError({ code: 'INVALID_OPTION' }, 'The variables cannot be written as JSON.', { cause });

/**
 * The body of a request. It is text from here on: whatever its caller does to the variables, each try sends the same.
 * @throws ConcordError INVALID_OPTION
 */
export function bodyOf(operation: OperationMap, variables: object): string {
  let text: string;
  try {
    text = JSON.stringify(variables);
  } catch (cause) {
    throw invalid(cause);
  }
  if (typeof text !== 'string' || !text.startsWith('{')) throw invalid();
  return `${headOf(operation)}${text}}`;
}
