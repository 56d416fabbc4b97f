import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import { refuse } from '../../problem.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import type { Measure } from '../../values/measures.ts';
import type { Leaving, Valued } from '../../values/value.ts';
import { isListField } from '../../values/value-kinds.ts';
import type { LocatedValue } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Author } from '../step.ts';

/** The proposal of an officer to remove a value, or with another end of retention to keep it for a shorter time. */
export const newLeaving = (
  { by, at }: Pick<Author, 'by' | 'at'>,
  { waitDays, lapseDays }: Pick<RemovalRules, 'waitDays' | 'lapseDays'>,
  retainUntil?: Date,
): Leaving => ({
  by,
  at,
  from: daysAfter(at, waitDays),
  lapsesAt: daysAfter(at, lapseDays),
  ...(retainUntil && { retainUntil }),
});

/** The officer who has recorded a value, as far as the dossier says so by itself: of one that was countersigned it does not. */
export function recordedBy(
  { value }: LocatedValue,
  { createdAt, recordedWith }: DossierRecord,
): string | undefined {
  const { recordedAt, unsigned } = value.provenance;
  if (unsigned) return unsigned.by;
  const isOfFirst = recordedAt.getTime() === createdAt.getTime();
  return isOfFirst ? recordedWith.slice(0, recordedWith.lastIndexOf(' ')) : undefined;
}

/** A measure on which another officer has decided, or that was begun by its step, is no slip. */
const wasSteppedOn = ({ field, value }: LocatedValue): boolean => {
  if (field !== 'measures') return false;
  const { authorisedBy, startedBy } = value as Measure;
  return authorisedBy !== undefined || startedBy !== undefined;
};

/**
 * True for a slip that an officer takes back by themselves: they recorded the value on the same day, in UTC. A field of one value is
 * none of these, since theirs may have taken the place of another's.
 */
export const isOwnOfToday = (located: LocatedValue, dossier: DossierRecord, { by, at }: Author): boolean =>
  isListField(located.field) &&
  !wasSteppedOn(located) &&
  recordedBy(located, dossier) === by &&
  dayOf(located.value.provenance.recordedAt) === dayOf(at);

/** A value as it is with another proposal to remove it, or with none. */
export function withLeaving<Value extends Valued>(value: Value, leaving: Leaving | undefined): Value {
  const { leaving: _, ...provenance } = value.provenance;
  return { ...value, provenance: { ...provenance, ...(leaving && { leaving }) } };
}

export const alreadyProposed = (path: string) =>
  refuse(
    'ALREADY_PROPOSED',
    'Another step proposes to remove this value: have it agreed to or taken back.',
    path,
  );
