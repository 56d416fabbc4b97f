import { findArticle } from '../../../../terms/criminal-codes/article.ts';
import { type Outcome, type Problem, under } from '../problem.ts';
import type { CheckedAdditions, CheckedProvenance, CheckedValue, Content } from '../values/checked-value.ts';
import { plannedStates } from '../values/conduct.ts';
import type { Additions } from '../values/dossier-input.ts';
import type { ValueField } from '../values/values-of.ts';
import type { CheckContext } from './check-context.ts';
import { groundProblems } from './check-ground.ts';
import { checkName } from './check-name.ts';
import { checkContact } from './contacts/check-contact.ts';
import { checkDate } from './dates/check-date.ts';
import { ageProblems, offenceProblems } from './dates/check-offence.ts';
import { type DayRange, rangeOf } from './dates/day-range.ts';
import { checkDocument } from './documents/check-document.ts';
import { checkInfrastructure } from './infrastructure/check-infrastructure.ts';
import { checkInstrument } from './instruments/check-instrument.ts';
import { readDay } from './read-day.ts';
import { yearsAfter } from './retention-periods.ts';
import type { SoundValues } from './structure.ts';

type Given<Field extends ValueField> =
  NonNullable<Additions[Field]> extends readonly (infer Item)[] ? Item : NonNullable<Additions[Field]>;
type GivenProvenance = Given<'names'>['provenance'];

/** Taken as it is: there is nothing to put right. */
const asGiven = <Value extends { provenance: GivenProvenance }>({ provenance: _, ...content }: Value) => ({
  value: content,
});

/** A measure that was not taken, or not in the end, may have a date ahead. */
const mayLieAhead = (state: string): boolean => [...plannedStates, 'CANCELLED'].includes(state);

/** The end of a value's retention: the officer's day, or the agency's period for the kind of value. */
export function checkProvenance(
  { retainUntil, ...provenance }: GivenProvenance,
  field: ValueField | 'groups',
  { today, retention }: Pick<CheckContext, 'today' | 'retention'>,
): Outcome<CheckedProvenance> {
  if (retainUntil === undefined) {
    return { value: { ...provenance, retainUntil: yearsAfter(today, retention.years[field]) } };
  }
  const read = readDay('retainUntil', retainUntil, { today, longestYears: retention.longest });
  return 'problems' in read ? read : { value: { ...provenance, retainUntil: read.day } };
}

/** The birth that the offences are measured against, old or new; undefined while it is unknown or wrong. */
function birthOf({ birth }: Additions, { existing }: CheckContext): DayRange | undefined {
  const date = (birth ?? existing?.birth)?.date;
  return date === undefined ? undefined : rangeOf(date);
}

/** Offences that the dossier has already, against a birth date that is new. */
function birthProblems({ birth }: Additions, { criminalCode, existing, today }: CheckContext): Problem[] {
  if (!birth) return [];
  const born = checkDate(birth.date, today);
  if ('problems' in born) return under('birth.date', born.problems);
  const problems = (existing?.offences ?? []).flatMap((offence) => {
    const article = findArticle(criminalCode, offence.article);
    const committed = rangeOf(offence.committedOn);
    return article && committed ? ageProblems(article, committed, born.value) : [];
  });
  return under('birth.date', problems);
}

/** Values of the right form: everything that is wrong with what they say, and they as they are to be recorded. */
export function checkValues(
  { values: given, pathOf }: SoundValues,
  context: CheckContext,
): { checked: CheckedAdditions; problems: Problem[] } {
  const problems: Problem[] = [...birthProblems(given, context)];
  const birth = birthOf(given, context);

  /** The value where nothing is wrong with it; what is wrong is noted. */
  const check = <Field extends ValueField, Value extends { provenance: GivenProvenance }>(
    field: Field,
    path: string,
    value: Value,
    outcome: Outcome<Content<Field>>,
  ): CheckedValue<Field>[] => {
    const provenance = checkProvenance(value.provenance, field, context);
    if ('problems' in outcome) problems.push(...under(path, outcome.problems));
    if ('problems' in provenance) problems.push(...under(`${path}.provenance`, provenance.problems));
    if ('problems' in outcome || 'problems' in provenance) return [];
    return [{ ...outcome.value, provenance: provenance.value }];
  };
  const list = <Field extends ValueField, Value extends { provenance: GivenProvenance }>(
    field: Field,
    items: readonly Value[],
    checkItem: (item: Value) => Outcome<Content<Field>>,
  ) => items.flatMap((item, index) => check(field, pathOf(field, index), item, checkItem(item)));
  const single = <Field extends ValueField, Value extends { provenance: GivenProvenance }>(
    field: Field,
    value: Value | undefined,
    outcome: (value: Value) => Outcome<Content<Field>>,
  ): CheckedValue<Field> | undefined =>
    value ? check(field, pathOf(field), value, outcome(value))[0] : undefined;

  given.offences.forEach((offence, index) => {
    problems.push(...under(pathOf('offences', index), offenceProblems(offence, { ...context, birth })));
  });
  given.measures.forEach((measure, index) => {
    const path = pathOf('measures', index);
    const dated = checkDate(measure.date, context.today, { mayLieAhead: mayLieAhead(measure.state) });
    if ('problems' in dated) problems.push(...under(`${path}.date`, dated.problems));
    problems.push(...under(path, groundProblems(measure, context.provisions)));
  });

  const singles = {
    birth: single('birth', given.birth, asGiven),
    birthPlace: single('birthPlace', given.birthPlace, asGiven),
    sex: single('sex', given.sex, asGiven),
    status: single('status', given.status, asGiven),
  };
  const checked: CheckedAdditions = {
    names: list('names', given.names, checkName),
    ...(singles.birth && { birth: singles.birth }),
    ...(singles.birthPlace && { birthPlace: singles.birthPlace }),
    ...(singles.sex && { sex: singles.sex }),
    citizenships: list('citizenships', given.citizenships, asGiven),
    documents: list('documents', given.documents, checkDocument),
    contacts: list('contacts', given.contacts, checkContact),
    instruments: list('instruments', given.instruments, checkInstrument),
    infrastructure: list('infrastructure', given.infrastructure, checkInfrastructure),
    roles: list('roles', given.roles, asGiven),
    memberships: list('memberships', given.memberships, asGiven),
    offences: list('offences', given.offences, asGiven),
    measures: list('measures', given.measures, asGiven),
    harms: list('harms', given.harms, asGiven),
    ...(singles.status && { status: singles.status }),
  };
  return { checked, problems };
}
