import { z } from 'zod';
import {
  identifierUses,
  type LegalBasis,
  legalBases,
  type SourceReliability,
  sourceReliabilities,
} from '../../../../terms/enums.ts';
import { caseForm } from '../../../../terms/mandate.ts';
import { type ScalarForm, scalarForms } from '../../../../terms/scalar-forms.ts';

export const informationAccuracies = [1, 2, 3, 4] as const;

/** The source of a value and the time for which it may be held; every value of a dossier has one. */
export interface Provenance {
  /** Article 29 of Regulation (EU) 2016/794. */
  sourceReliability: SourceReliability;
  informationAccuracy: (typeof informationAccuracies)[number];
  legalBasis: LegalBasis;
  recordedAt: Date;
  /** The value is erased on this day, at midnight UTC. */
  retainUntil: Date;
  contested: boolean;
  /**
   * The moment until which a contested value is compared for early warnings all the same, since only officers of other cases contest it. Absent where an
   * officer of the dossier's cases does, or nobody.
   */
  comparedUntil?: Date;
  /** Recorded by one officer alone, and so absent abroad: it waits for another one's countersignature. Absent once it has that. */
  unsigned?: { by: string; at: Date };
  /** An officer's proposal that it be removed, or kept for a shorter time; absent where there is none. */
  leaving?: Leaving;
}

/** The proposal to remove a value. Until it takes effect the value stands as it did. */
export interface Leaving {
  by: string;
  at: Date;
  /** The moment before which it does not take effect. */
  from: Date;
  /** The moment at which it lapses, unless somebody has agreed. */
  lapsesAt: Date;
  /** The new end of retention, where that is all that changes. */
  retainUntil?: Date;
  /** The second officer, who has agreed. */
  agreed?: { by: string; at: Date };
}

/** The marks by which a value stands at home alone. */
export type Marks = Pick<Provenance, 'unsigned' | 'leaving'>;

/** True for a value whose removal is proposed; that it be kept for a shorter time is something else. */
export const isToGo = ({ leaving }: Pick<Marks, 'leaving'>): boolean =>
  leaving !== undefined && leaving.retainUntil === undefined;

/** The parts that every value of a dossier has beside its content. */
export interface Valued {
  /** Opaque; names the value within its dossier when it is corrected, contested or erased. */
  id: string;
  provenance: Provenance;
}

/** Text that an officer types: no longer than a line. What it may contain is a matter of the checks. */
export const inputText = (most = 200) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must be at most ${most} characters`);

/**
 * A code of the list that the API's scalar has, so that a line of an import is held to it too.
 * @param pattern that each code has, for the published form of a line
 */
const inputCode = ({ form, fits }: ScalarForm, pattern: string) =>
  z
    .string()
    .check(({ value, issues }) => {
      if (fits(value)) return;
      issues.push({ code: 'invalid_format', format: 'code', input: value, message: `must be ${form}` });
    })
    .meta({ pattern });

export const inputCountry = inputCode(scalarForms.CountryCode, '^[A-Z]{2}$');
export const inputCurrency = inputCode(scalarForms.CurrencyCode, '^[A-Z]{3}$');

export const inputPartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known');

export const inputCase = z
  .string()
  .regex(new RegExp(caseForm), 'must be a case number such as BY-2026-000001');

/** An officer's statement on the source of a value; they do not decide when it was recorded. */
export const provenanceInput = z
  .strictObject({
    sourceReliability: z.enum(sourceReliabilities),
    informationAccuracy: z.literal([...informationAccuracies]),
    legalBasis: z.enum(legalBases),
    retainUntil: z.iso
      .date()
      .optional()
      .describe("`YYYY-MM-DD`; without it the agency's own period for this kind of value counts."),
  })
  .meta({ id: 'Provenance', description: 'Graded as in Article 29 of Regulation (EU) 2016/794.' });

/** The form in which a value is given: its own fields and its source. */
export const inputValue = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, provenance: provenanceInput });

/** The form in which an identifier is given, such as a phone: as any value is, and whose it is where an officer can tell. */
export const inputIdentifier = <Shape extends z.ZodRawShape>(shape: Shape) =>
  inputValue({
    ...shape,
    use: z
      .enum(identifierUses)
      .optional()
      .describe(
        'Whose it is; left out, the roles of the dossier decide. Only OFFENDER is compared for early warnings.',
      ),
  });
