import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId, subgraphOf } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';
import type { InformationClass, RemovalReason } from '../../../../terms/enums.ts';
import { knownGroups, unknownGroups } from '../../actions/known-groups.ts';
import { recordDossier } from '../../actions/record-dossier.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { caseProblems } from '../../records/checks/check-cases.ts';
import { clearedProblem, readAdditions, readDossierInput } from '../../records/checks/check-dossier.ts';
import { readDay } from '../../records/checks/read-day.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import { addCase } from '../../records/dossier/steps/add-case.ts';
import { amend, contest, retain, uncontest } from '../../records/dossier/steps/amend.ts';
import { changeHandling, close } from '../../records/dossier/steps/close.ts';
import { closedForPlans } from '../../records/dossier/steps/measure-steps.ts';
import { isOpen } from '../../records/measures/measure-transition.ts';
import { refuse, under } from '../../records/problem.ts';
import { isCleared, isClearing, isClosed, isClosing } from '../../records/values/status.ts';
import { classOfValue, type ValueField } from '../../records/values/value-kinds.ts';
import { valuesOf } from '../../records/values/values-of.ts';
import { authorOf } from '../context/author-of.ts';
import { checkContextOf } from '../context/check-context-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOf, demandReading, isOutside } from '../execution/demand-reading.ts';
import { readMembers } from '../members/read-members.ts';
import { recordedDossier } from './result-resolvers.ts';

interface Target {
  dossier: string;
  version: number;
  /** The reason, in the officer's words. */
  reason?: string | null;
}

/** The reason by code of an officer who gives none. */
const unstated: RemovalReason = 'OTHER';

/** True for values that plan a measure for days on which it may begin, as `planMeasure` does. */
function hasPlans(values: unknown): boolean {
  const { measures } = (values ?? {}) as { measures?: unknown };
  const isPlan = (each: unknown) => (each as { window?: unknown } | null)?.window != null;
  return Array.isArray(measures) && measures.some(isPlan);
}

/** True for values that close a dossier, which cancels what is planned in it. */
function isClosedWith(values: unknown): boolean {
  const { status } = (values ?? {}) as { status?: { stage?: unknown } | null };
  return typeof status?.stage === 'string' && isClosing(status.stage);
}

/**
 * Demands that an officer may read plans of some dossier, for recording one with a plan in it.
 * @throws FORBIDDEN
 */
function demandPlans({ permissions }: RequestContext): void {
  if (permissions.filterOf('TACTICAL') === undefined)
    throw callerError(
      'FORBIDDEN',
      'You may not read plans under your mandate, so you cannot record one: leave the `window` of the measure out, or plan it under another purpose.',
    );
}

/** Fields that a step is about: the ground and stage of every dossier, and what it adds, takes out or marks. */
function classesOf(
  dossier: DossierRecord,
  { add, remove, value }: { add?: unknown; remove?: string[] | null; value?: string },
): InformationClass[] {
  const named = new Set([...(remove ?? []), ...(value === undefined ? [] : [value])]);
  const changed = valuesOf(dossier).flatMap((located) =>
    named.has(located.value.id) ? [located.field] : [],
  );
  const added = Object.keys(add ?? {}).filter((field) => Object.hasOwn(classOfValue, field)) as ValueField[];
  // A measure is planned before it is taken: what is added or changed of it is CASE, and its plans stay withheld.
  const classes = [...changed, ...added].map((field) =>
    field === 'measures' ? 'CASE' : classOfValue[field],
  );
  const ofPlans: InformationClass[] = hasPlans(add) || isClosedWith(add) ? ['TACTICAL'] : [];
  return [...new Set<InformationClass>(['CASE', ...classes, ...ofPlans])];
}

type Amendment = Target & {
  add?: unknown;
  remove?: string[];
  reason?: string;
  code?: RemovalReason | null;
};

type Closing = Target & { stage: string; provenance: unknown; reason: string };

/** Decides what an officer's step makes of a dossier. */
type Decide<Input> = (
  dossier: DossierRecord,
  author: Author,
  input: Input,
  context: RequestContext,
) => StepResult | Promise<StepResult>;

/** An action on one dossier: which dossier, then which step; the answer is the dossier as it is afterwards. */
const onDossier =
  <Input extends Target & { add?: unknown; remove?: string[]; value?: string }>(
    definition: AgencyDefinition,
    action: Action,
    decide: Decide<Input>,
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
    const author = authorOf(context, action, input);
    const reason = input.reason == null ? undefined : readReason(input.reason);
    if (reason && 'problems' in reason) return invalid(reason.problems);
    const read: Input = reason ? { ...input, reason: reason.text } : input;
    const outcome = await stepDossier(context, input, author, {
      demand(dossier) {
        demandReading(context, dossier, classesOf(dossier, read));
        if (action !== 'contestValue') demandCaseOf(context, dossier, action);
      },
      decide: (dossier) => decide(dossier, author, read, context),
    });
    return 'written' in outcome ? recordedDossier(definition, outcome.written) : outcome;
  };

const closed: StepResult = {
  problems: [
    {
      path: 'dossier',
      code: 'DOSSIER_CLOSED',
      message:
        'This dossier was closed because its person was cleared: it accepts no changes and is being erased.',
    },
  ],
};

/** True where a value is kept for longer than a person who was cleared is to be known. */
const isKeptBeyond = (dossier: DossierRecord, end: Date): boolean =>
  valuesOf(dossier).some(({ value }) => value.provenance.retainUntil > end);

const recorded =
  (definition: AgencyDefinition) =>
  async (_source: unknown, { input }: { input: unknown }, context: RequestContext) => {
    const author = authorOf(context, 'recordDossier', input);
    const { values, asGiven } = readMembers(input);
    const read = readDossierInput(values, checkContextOf(definition, context, author.at));
    if ('problems' in read) return invalid(asGiven(read.problems));
    if (hasPlans(values)) demandPlans(context);
    const ofGroups = unknownGroups(read.input, await knownGroups(context.stores.groups, [read.input]));
    const problems = [...caseProblems(read.input.cases, definition.agency, context.viewer), ...ofGroups];
    if (problems.length > 0) return invalid(problems);
    const { _id: id } = await recordDossier(context.stores.writes, definition.agency, read.input, author);
    return recordedDossier(definition, id);
  };

const amended =
  (definition: AgencyDefinition): Decide<Amendment> =>
  async (dossier, author, { add, remove: named, reason, code }, context) => {
    const remove = named && [...new Set(named)];
    const { stores } = context;
    if (isCleared(dossier)) return closed;
    const kept = {
      offences: dossier.offences.filter(({ id }) => !remove?.includes(id)),
      ...(dossier.birth && !remove?.includes(dossier.birth.id) && { birth: dossier.birth }),
    };
    const { values, asGiven } = readMembers(add ?? {});
    const read = readAdditions(values, checkContextOf(definition, context, author.at, kept));
    if ('problems' in read) return { problems: under('add', asGiven(read.problems)) };
    // Or it would be cleared without its erasure, which closing starts, and a supervisor decides.
    if (read.additions.status && isClearing(read.additions.status.stage)) {
      return { problems: [clearedProblem('add.status.stage')] };
    }
    if (isClosed(dossier) && read.additions.measures.some(isOpen)) return closedForPlans;
    const ofGroups = unknownGroups(read.additions, await knownGroups(stores.groups, [read.additions]));
    if (ofGroups.length > 0) return { problems: under('add', ofGroups) };
    const change = { add: read.additions, remove: [...new Set(remove)], code: code ?? unstated };
    return amend(
      dossier,
      author,
      reason == null ? change : { ...change, reason },
      definition.retention.removal,
    );
  };

const closedWith =
  (definition: AgencyDefinition): Decide<Closing> =>
  (dossier, author, input, context) => {
    const erasedBy = daysAfter(author.at, definition.retention.daysAfterClearing);
    // A person who was cleared stays so: another stage would show the dossier abroad again, and keep what is to be erased.
    if (isCleared(dossier) && !(isClearing(input.stage) && isKeptBeyond(dossier, erasedBy))) return closed;
    const status = { stage: input.stage, provenance: input.provenance };
    const read = readAdditions({ status }, checkContextOf(definition, context, author.at, dossier));
    if ('problems' in read) return read;
    if (!read.additions.status || ['SUSPECTED', 'ACCUSED'].includes(input.stage)) {
      const message = 'A dossier is closed with CONVICTED, DISCONTINUED or ACQUITTED.';
      return { problems: [{ path: 'stage', code: 'MALFORMED', message }] };
    }
    const closing = { status: read.additions.status, erasedBy, reason: input.reason };
    return close(dossier, author, closing, definition.retention.removal);
  };

/** The actions that change what a dossier holds. */
export function writingResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, retention } = definition;
  return {
    Mutation: { [subgraphOf(agency)]: () => ({}) },
    [`${typePrefixOf(definition)}Mutation`]: {
      recordDossier: recorded(definition),
      amendDossier: onDossier<Amendment>(definition, 'amendDossier', amended(definition)),
      contestValue: onDossier<Target & { value: string; reason: string }>(
        definition,
        'contestValue',
        (dossier, author, { value, reason }, context) =>
          contest(
            dossier,
            author,
            { value, reason, isOutside: isOutside(context, dossier) },
            retention.removal,
          ),
      ),
      uncontestValue: onDossier<Target & { value: string; reason: string }>(
        definition,
        'uncontestValue',
        (dossier, author, input) => uncontest(dossier, author, input.value, input.reason),
      ),
      setRetention: onDossier<
        Target & { value: string; retainUntil: string; reason: string; code?: RemovalReason | null }
      >(definition, 'setRetention', (dossier, author, { value, reason, code, ...input }) => {
        if (isCleared(dossier)) return closed;
        const day = readDay('retainUntil', input.retainUntil, {
          today: author.at,
          longestYears: retention.longest,
        });
        if ('problems' in day) return day;
        const change = { value, until: day.day, reason, code: code ?? unstated };
        return retain(dossier, author, change, retention.removal);
      }),
      changeHandlingCode: onDossier<Target & { handlingCode: DossierRecord['handlingCode']; reason: string }>(
        definition,
        'changeHandlingCode',
        (dossier, author, { handlingCode, reason }) => {
          if (isCleared(dossier)) return closed;
          if (handlingCode !== 'SHAREABLE') return changeHandling(dossier, author, handlingCode, reason);
          const message =
            'SHAREABLE needs two officers: have it proposed with `proposeShareable`, then countersign it.';
          return refuse('NEEDS_COUNTERSIGNATURE', message, 'handlingCode');
        },
      ),
      addCase: onDossier<Target & { case: string; reason: string }>(
        definition,
        'addCase',
        (dossier, author, { case: caseNumber, reason }) =>
          isCleared(dossier) ? closed : addCase(dossier, author, caseNumber, reason),
      ),
      closeDossier: onDossier<Closing>(definition, 'closeDossier', closedWith(definition)),
    },
  };
}
