import type { HandlingCode } from '../../../../terms/enums.ts';
import type { Provenance, Valued } from './value.ts';
import type { DossierValues, ValueField } from './value-kinds.ts';

/** The origin of a value, with the day its retention ends; when it was recorded is the writer's to say. */
export type CheckedProvenance = Omit<Provenance, 'recordedAt' | 'contested'>;

type ValueOf<Field extends ValueField> =
  NonNullable<DossierValues[Field]> extends (infer Item extends Valued)[]
    ? Item
    : Extract<NonNullable<DossierValues[Field]>, Valued>;

/** The content of a value, normalised, with all that is worked out of it, such as `checksum` or `node`. */
export type Content<Field extends ValueField> = Omit<ValueOf<Field>, 'id' | 'provenance'>;

/** A value that may be stored as it is, once it has an id and a time. */
export type CheckedValue<Field extends ValueField> = Content<Field> & { provenance: CheckedProvenance };

type CheckedValues = {
  [Field in keyof DossierValues]: NonNullable<DossierValues[Field]> extends unknown[]
    ? CheckedValue<Field>[]
    : CheckedValue<Field>;
};

/** A new dossier's content. */
export type CheckedInput = CheckedValues & { handlingCode: HandlingCode; cases: string[] };

/** The values that an amendment adds. */
export type CheckedAdditions = Omit<CheckedValues, 'status'> & Partial<Pick<CheckedValues, 'status'>>;
