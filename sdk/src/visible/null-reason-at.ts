import type { ConcordDocument, SelectionMap } from '../document/operation-map.ts';
import { causesOf, type NullReason, nullReason } from './null-reason.ts';
import type { BesideData } from './null-reasons-in.ts';
import { type Coordinate, type Plan, type PlannedField, planOf } from './plan.ts';

/** An answer to a generated operation, as the gateway sends it. */
export interface RawAnswer extends BesideData {
  readonly data?: Readonly<Record<string, unknown>> | null;
}

const inside = (value: unknown, key: string | number | undefined): unknown =>
  typeof value === 'object' && value !== null && key !== undefined && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

const textIn = (value: unknown, key: string | undefined): string | undefined => {
  const found = inside(value, key);
  return typeof found === 'string' ? found : undefined;
};

/**
 * Finds the reason for a null in an answer to a generated operation that another client has brought: the document knows the
 * field, its dossier and its agency.
 * @param path leads to the null
 */
export function nullReasonAt<Result, Variables, Fields extends SelectionMap>(
  document: ConcordDocument<Result, Variables, Fields>,
  { data, errors = [], extensions }: RawAnswer,
  path: readonly (string | number)[],
): NullReason {
  let value: unknown = data;
  let plan: Plan | undefined = planOf(document.concord.fields).root;
  let coordinates: readonly Coordinate[] = [];
  let dossier: string | undefined;
  let agency: string | undefined;
  for (const key of path) {
    if (typeof key === 'string') {
      if (plan?.id !== undefined) dossier = textIn(value, plan.id);
      const field: PlannedField | undefined = plan?.fields.find((each) => each.key === key);
      coordinates = field?.coordinatesFor?.(textIn(value, plan?.typename)) ?? [];
      agency = (coordinates.length === 1 ? coordinates[0]?.agency : undefined) ?? agency;
      plan = field?.inside;
    }
    value = inside(value, key);
  }
  const causes = causesOf(errors, extensions?.redactions ?? []);
  return nullReason({ path, coordinates, dossier, agency, owner: agency }, causes);
}
