import { operationIdForm } from '../../terms/operation-id.ts';
import type { ShownAlert } from './own-alerts.ts';

/** The part of the page that shows what was made of an alert; none for an operation that is named and has no id. */
export function leadsTo({
  means,
  named,
}: Pick<ShownAlert, 'means' | 'named'>): 'request' | 'operation' | 'profile' | undefined {
  if (means === null || named === null) return undefined;
  if (means === 'REQUEST') return 'request';
  if (means === 'OPERATION') return operationIdForm.test(named) ? 'operation' : undefined;
  return 'profile';
}
