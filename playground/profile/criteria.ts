import type { Agency } from '../../terms/agencies.ts';
import { SearchDocument } from '../generated/operations.ts';
import { type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** The known facts about a wanted person, and the agencies to ask. */
export interface Criteria {
  name: string;
  birthDate: string;
  /** One agency; all where there is none. */
  scope: Agency | undefined;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);

/** The search for criteria; undefined while there is nothing to search by, or a date is none. */
export function operationFor({ name, birthDate, scope }: Criteria): OwnOperation | undefined {
  const known = name.trim();
  if (known === '' && birthDate === '') return undefined;
  if (birthDate !== '' && !isDate(birthDate)) return undefined;
  const criteria = { ...(known && { name: known }), ...(birthDate && { birthDate }) };
  return operationOf(SearchDocument, { criteria, ...(scope && { scope: [scope] }) });
}
