import type { IdentityDocument } from '../../../../../../subgraphs/agency/records/values/documents.ts';
import { documents } from '../../../../../../subgraphs/agency/records/values/documents.ts';
import { provenance, valueContext } from './input.ts';

/** What is recorded of a document, as `NUMBER CHECKSUM`, or the code that refuses it. */
export function recordedOf(kind: IdentityDocument['kind'], issuer: string, number: string): string {
  const checked = documents.check({ kind, issuer, number, provenance }, valueContext);
  if ('value' in checked) return `${checked.value.number} ${checked.value.checksum}`;
  return checked.problems.map(({ path, code }) => `${path} ${code}`).join();
}

export const malformed = 'number MALFORMED_NUMBER';

/** A number with one digit, at a place, changed. */
export const changed = (number: string, at: number, by: number): string =>
  number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
