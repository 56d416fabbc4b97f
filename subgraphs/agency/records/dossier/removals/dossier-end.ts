import { daysAfter } from '../../../../../terms/days.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import type { Valued } from '../../values/value.ts';
import type { DossierValues } from '../../values/value-kinds.ts';
import { earliest, type LocatedValue, valuesOf } from '../../values/values-of.ts';
import type { Counts } from '../counts.ts';
import { withLeaving } from './leaving.ts';

/** The fields that hold a dossier: with the last value of either the whole dossier is erased. */
const holdingFields = ['offences', 'status'] as const;
type HoldingField = (typeof holdingFields)[number];
type EndOf = (value: Valued) => Date;

const latest = (ends: readonly Date[]): Date => new Date(Math.max(0, ...ends.map((end) => end.getTime())));

const asItStands: EndOf = ({ provenance }) => provenance.retainUntil;

/** The end of a value once its proposal is carried out; one to be removed ends when that was proposed. */
const asProposed: EndOf = ({ provenance: { retainUntil, leaving } }) =>
  leaving ? earliest([retainUntil, leaving.retainUntil ?? leaving.at]) : retainUntil;

const asAgreed: EndOf = (value) => (value.provenance.leaving?.agreed ? asProposed(value) : asItStands(value));

/** The moment from which the daily run erases a value, as far as that is decided. */
const asDecided: EndOf = ({ provenance: { retainUntil, leaving } }) =>
  leaving?.agreed
    ? earliest([retainUntil, latest([leaving.from, leaving.retainUntil ?? leaving.from])])
    : retainUntil;

const lastOf = (values: Partial<DossierValues>, field: HoldingField, endOf: EndOf): Date =>
  latest(valuesOf(values).flatMap((located) => (located.field === field ? [endOf(located.value)] : [])));

const endOfAll = (values: Partial<DossierValues>, endOf: EndOf): Date =>
  earliest(holdingFields.map((field) => lastOf(values, field, endOf)));

/** The moment from which the whole dossier is erased, as far as that is decided. */
export const dossierEnd = (values: Partial<DossierValues>): Date => endOfAll(values, asDecided);

/**
 * True for a step after which the whole dossier could be erased earlier than it would be without any proposal. The proposals to remove
 * values count as carried out, those on offences together: otherwise two steps would do what one may not. And none makes the way for a
 * step that carries out what it proposes: what nobody has agreed to has not brought the end nearer yet, and what was agreed to not before
 * its time.
 */
export function endsDossierSooner(before: Partial<DossierValues>, after: Partial<DossierValues>): boolean {
  const end = endOfAll(before, asItStands);
  const comesSooner = (field: HoldingField, endOf: EndOf) =>
    lastOf(after, field, endOf) < lastOf(before, field, endOf);
  return holdingFields.some(
    (field) =>
      lastOf(after, field, asProposed) < end &&
      [asProposed, asAgreed, asDecided].some((endOf) => comesSooner(field, endOf)),
  );
}

/** The removals that a step counts for: the values that it names, or all that the dossier holds where its end comes sooner. */
export function removalsIn(
  before: Partial<DossierValues>,
  after: Partial<DossierValues>,
  named: number,
  { mostADay: most }: Pick<RemovalRules, 'mostADay'>,
): Counts {
  const all = endsDossierSooner(before, after) ? Math.min(valuesOf(before).length, most) : 0;
  const number = Math.max(named, all);
  return number > 0 ? { removed: { number, most } } : {};
}

/**
 * Gives the agreed proposals that end a dossier sooner the time for which its supervisors are told of its erasure: they take effect
 * so many days after the second officer's yes at the earliest.
 */
export function waitingLonger(
  values: Partial<DossierValues>,
  { toldDays }: Pick<RemovalRules, 'toldDays'>,
): (located: LocatedValue) => Valued {
  const end = endOfAll(values, asItStands);
  const ending: readonly string[] = holdingFields.filter((field) => lastOf(values, field, asAgreed) < end);
  return ({ field, value }) => {
    const { leaving } = value.provenance;
    if (!leaving?.agreed || !ending.includes(field)) return value;
    const from = latest([leaving.from, daysAfter(leaving.agreed.at, toldDays)]);
    return from > leaving.from ? withLeaving(value, { ...leaving, from }) : value;
  };
}
