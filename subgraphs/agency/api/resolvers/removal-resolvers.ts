import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import { dayOf } from '../../../../terms/days.ts';
import type { CourtOrder, InformationClass } from '../../../../terms/enums.ts';
import { noteErasures } from '../../actions/note-erasures.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { classOfLocated } from '../../records/dossier/countersigning/signing.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import {
  countersignRemoval,
  removeByOrder,
  takeBackRemoval,
} from '../../records/dossier/removals/removal-steps.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import { takenBack } from '../../records/dossier/steps/taken-back.ts';
import { recordFieldOf } from '../../records/history/record-field.ts';
import { refuse } from '../../records/problem.ts';
import type { RemovalRules } from '../../records/values/agency-retention.ts';
import { valuesOf } from '../../records/values/values-of.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOf, demandReading, isOutside, worksOn } from '../execution/demand-reading.ts';
import { recordedDossier } from './result-resolvers.ts';

interface Target {
  dossier: string;
  version?: number;
  values: readonly string[];
}

/** Most values that one step names. */
const mostNamed = 100;

/** The ground of the dossier, and the classes of the values that a step is about. */
function classesOf(dossier: DossierRecord, ids: readonly string[]): InformationClass[] {
  const named = valuesOf(dossier).filter(({ value }) => ids.includes(value.id));
  return [...new Set<InformationClass>(['CASE', ...named.map(classOfLocated)])];
}

/** The resolver of an action on values of one dossier. */
const onDossier =
  <Input extends Target>(
    definition: AgencyDefinition,
    action: Action,
    demand: (context: RequestContext, dossier: DossierRecord, author: Author, input: Input) => void,
    decide: (dossier: DossierRecord, author: Author, input: Input, context: RequestContext) => StepResult,
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
    const author = authorOf(context, action, input);
    const read: Input = { ...input, values: [...new Set(input.values)] };
    if (read.values.length > mostNamed)
      return invalid(refuse('TOO_MANY', `Name at most ${mostNamed} values in one step.`, 'values').problems);
    const outcome = await stepDossier(context, input, author, {
      demand(dossier) {
        demandReading(context, dossier, classesOf(dossier, read.values));
        demand(context, dossier, author, read);
      },
      decide: (dossier) => decide(dossier, author, read, context),
    });
    if (!('written' in outcome)) return outcome;
    await tellOf(context, outcome.written, definition.retention.removal);
    return recordedDossier(definition, outcome.written);
  };

/**
 * Tells a dossier's supervisors at once that it will be erased, or no more that it will. The daily run does it again, should this come to
 * nothing.
 */
async function tellOf(
  { stores: { notices, writes }, now }: RequestContext,
  id: string,
  { toldDays }: RemovalRules,
): Promise<void> {
  const dossier = await writes.read(id);
  if (dossier) await noteErasures(notices, dossier, now, toldDays);
}

function isProposer(dossier: DossierRecord, { by }: Author, { values }: Target): boolean {
  const named = valuesOf(dossier).filter(({ value }) => values.includes(value.id));
  return named.length > 0 && named.every(({ value }) => value.provenance.leaving?.by === by);
}

/** A proposal is taken back by whoever made it, by any supervisor, and by the officers of the dossier's cases. */
function demandPart(context: RequestContext, dossier: DossierRecord, author: Author, input: Target): void {
  const { roles } = context.permissions.verdicts;
  if (isProposer(dossier, author, input) || roles.includes('SUPERVISOR') || worksOn(context, dossier)) return;
  demandCaseOf(context, dossier, 'takeBackRemoval');
}

/** The steps on proposals to remove values, and on a court's order. */
export function removalResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { removal } = definition.retention;
  const prefix = typePrefixOf(definition);

  return {
    [`${prefix}Mutation`]: {
      countersignRemoval: onDossier(
        definition,
        'countersignRemoval',
        (context, dossier) => demandCaseOf(context, dossier, 'countersignRemoval'),
        (dossier, author, { values }) => countersignRemoval(dossier, author, values, removal),
      ),
      takeBackRemoval: onDossier(
        definition,
        'takeBackRemoval',
        demandPart,
        (dossier, author, input, context) =>
          takenBack(
            takeBackRemoval(dossier, author, input.values),
            isOutside(context, dossier) && !isProposer(dossier, author, input),
            input.values.length,
          ),
      ),
      removeByOrder: onDossier<Target & { order: CourtOrder }>(
        definition,
        'removeByOrder',
        (context, dossier) => demandCaseOf(context, dossier, 'removeByOrder'),
        (dossier, author, input) => removeByOrder(dossier, author, input, removal),
      ),
    },
    [`${prefix}Dossier`]: {
      removals: (dossier: DossierPart, _arguments: unknown, { permissions }: RequestContext) =>
        valuesOf(dossier).flatMap((located) => {
          const { leaving } = located.value.provenance;
          if (!leaving || permissions.decide(classOfLocated(located), dossier) !== 'ALLOW') return [];
          const { by, at, from, lapsesAt, retainUntil, agreed } = leaving;
          return {
            value: located.value.id,
            field: recordFieldOf[located.field],
            by,
            since: at,
            retainUntil: retainUntil ? dayOf(retainUntil) : null,
            agreedBy: agreed?.by,
            from,
            lapsesAt,
          };
        }),
    },
  };
}
