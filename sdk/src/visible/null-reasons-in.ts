import type { AnsweredError } from '../errors/answered-error.ts';
import { causesOf, type NullReason, nullReason } from './null-reason.ts';
import type { Receipt } from './receipt.ts';

/** The members of an answer that say why its data has gaps, as the gateway sends them. */
export interface BesideData {
  readonly errors?: readonly AnsweredError[];
  readonly extensions?: { readonly redactions?: readonly Receipt[] };
}

/** The place of a null, for a program that goes through an answer itself. */
export interface NullAt {
  readonly path: readonly (string | number)[];
  /** The field in the schema, such as `RussiaDossier.contacts`; several where its parent can be of several types. */
  readonly coordinates: readonly string[];
  /** The id of the dossier that it is in; any dossier's receipt counts where that is not known. */
  readonly dossier?: string | undefined;
  /** The agency whose record it is in. */
  readonly owner?: string | undefined;
}

/**
 * Finds the reasons for the nulls of an answer that another client has brought, or that belongs to an operation without a
 * generated document. `ConcordClient` answers with them by itself.
 */
export function nullReasonsIn({ errors = [], extensions }: BesideData): (place: NullAt) => NullReason {
  const causes = causesOf(errors, extensions?.redactions ?? []);
  return ({ path, coordinates, dossier, owner }) =>
    nullReason(
      {
        path,
        coordinates: coordinates.map((name) => ({ name, agency: undefined })),
        dossier,
        agency: owner,
        owner,
      },
      causes,
    );
}
