import type { Provision } from '../../../../../terms/codes-of-procedure/provision.ts';
import type { InformationClass } from '../../../../../terms/enums.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import { kindOf } from '../../values/value-kinds.ts';
import { type LocatedValue, mapValues, valuesOf } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Author, Step } from '../step.ts';
import { freeTextsOf } from './free-text.ts';

/** The values of a dossier that an officer countersigns. */
export interface Signing {
  /** The classes that the step shows abroad, of those that the officer may read; values of any other wait on. */
  classes: readonly InformationClass[];
  /** Values recorded later were not there when the officer was asked, and wait on. */
  until?: Date;
  /** The officer's note on free texts; without it these wait on. */
  neutrality?: string | undefined;
  /** The agency's list of grounds: a measure that stands on one of them has no free text. */
  provisions: readonly Provision[];
}

/** The class of a value, which is its kind's unless the kind has several. */
export function classOfLocated({ field, value }: LocatedValue): InformationClass {
  const kind = kindOf(field);
  return kind.classOf?.(value) ?? kind.class;
}

/** The values that wait for a countersignature of somebody else than whoever has recorded them. */
export const waitingIn = (dossier: DossierRecord): LocatedValue[] =>
  valuesOf(dossier).filter(({ value }) => value.provenance.unsigned !== undefined);

/** True if an officer may sign a value, and does so with this note. */
function isSigned(
  { field, value }: LocatedValue,
  { by }: Author,
  { classes, until, neutrality, provisions }: Signing,
): boolean {
  const { unsigned } = value.provenance;
  if (unsigned === undefined || unsigned.by === by) return false;
  if (until !== undefined && unsigned.at > until) return false;
  if (!classes.includes(classOfLocated({ field, value }))) return false;
  return neutrality !== undefined || freeTextsOf({ field, value }, provisions).length === 0;
}

/** The values of a dossier without the marks that an officer's countersignature takes away, and what the history says of it. */
export function signedBy(
  dossier: DossierRecord,
  author: Author,
  signing: Signing,
): Pick<Step, 'set'> & { changes: HistoryChange[] } {
  const changes: HistoryChange[] = [];
  const { set } = mapValues(dossier, (located) => {
    const { field, value } = located;
    if (!isSigned(located, author, signing)) return value;
    const { unsigned: _, ...provenance } = value.provenance;
    const isText = freeTextsOf(located, signing.provisions).length > 0;
    const reason = isText ? signing.neutrality : undefined;
    changes.push({ field, value: value.id, ...(reason !== undefined && { reason }) });
    return { ...value, provenance };
  });
  return { set, changes };
}
