import { type FieldNode, type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import { callerError } from '../../../../server/errors.ts';
import { agencyNames } from '../../../../terms/agencies.ts';
import { legalBases, purposes, roles } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import type { FieldVisibility } from '../../permissions/field-visibility.ts';
import { isAction, mayAct } from '../../permissions/may-act.ts';
import { permissionsOf } from '../../permissions/permissions.ts';
import type { Verdicts } from '../../permissions/verdicts.ts';
import { askedIn } from '../execution/asked-in.ts';
import { type Coordinate, type Coordinates, coordinatesOf } from '../execution/coordinates.ts';
import { type Denial, denialOf } from '../execution/denial.ts';
import { operationNamed } from '../execution/operation-named.ts';
import { schemaWithSharedRoots } from '../execution/schema-with-shared-roots.ts';
import { criteriaVisibility } from '../search/criteria-visibility.ts';

const question = z.object({
  document: z.string(),
  operationName: z.string().nullable(),
  as: z.object({
    agency: z.enum(agencyNames).nullish(),
    roles: z.array(z.enum(roles)).max(roles.length).nullish(),
    purpose: z.enum(purposes).nullish(),
    legalBasis: z.enum(legalBases).nullish(),
  }),
});

function readQuestion(sealed: unknown): z.infer<typeof question> {
  try {
    return question.parse(JSON.parse(Buffer.from(String(sealed), 'base64url').toString()));
  } catch {
    throw callerError('BAD_USER_INPUT', 'This is not a question: ask `Query.visibility`.');
  }
}

/** The refusal of an action to a viewer without a role for it. The shield of actions gives it, since it is no question of reading. */
function actionDenial(coordinate: Coordinate, field: FieldNode, verdicts: Verdicts): Denial | undefined {
  const action = field.name.value;
  const isTaken = coordinate.name.endsWith(`Mutation.${action}`) && isAction(action);
  return isTaken && !mayAct(verdicts.side, verdicts.roles, action)
    ? { coordinate: coordinate.name, class: coordinate.class, action, reason: 'ROLE' }
    : undefined;
}

/**
 * Says for an operation what a viewer would see of this agency's fields, by policy alone: no record is read, so it says
 * nothing of any. What policies say is no secret.
 */
export function visibilityOf(definition: AgencyDefinition, schema: GraphQLSchema) {
  const walked = schemaWithSharedRoots(schema);
  const coordinates: Coordinates = coordinatesOf(schema);
  const permissionsFor = permissionsOf(definition);
  return (
    sealed: unknown,
    asking: { viewer: Viewer; mandate: Mandate; reason?: string; now: Date },
  ): FieldVisibility[] => {
    const { document: text, operationName, as } = readQuestion(sealed);
    const document = parse(text);
    if (!operationNamed(document, operationName))
      throw callerError('BAD_USER_INPUT', 'The document has no operation of this name.');
    const viewer: Viewer = {
      ...asking.viewer,
      agency: as.agency ?? asking.viewer.agency,
      roles: as.roles ?? asking.viewer.roles,
    };
    const mandate: Mandate = {
      ...asking.mandate,
      purpose: as.purpose ?? asking.mandate.purpose,
      legalBasis: as.legalBasis ?? asking.mandate.legalBasis,
    };
    const permissions = permissionsFor(
      { viewer, mandate, ...(asking.reason !== undefined && { reason: asking.reason }) },
      asking.now,
    );
    const { verdicts } = permissions;
    const asked = askedIn(document, operationName, walked, coordinates, (coordinate, field) => {
      const denial = denialOf(coordinate, field, verdicts) ?? actionDenial(coordinate, field, verdicts);
      const isAsked = !denial && verdicts.of[coordinate.class] === 'BY_RECORD';
      const found: FieldVisibility = {
        coordinate: coordinate.name,
        class: denial?.class ?? coordinate.class,
        verdict: denial ? 'DENY' : isAsked ? 'BY_RECORD' : 'ALLOW',
        reason: denial?.reason ?? null,
        ...(denial
          ? permissions.remedy(denial.reason, denial)
          : isAsked
            ? permissions.remedyByRecord(coordinate.class)
            : { remedy: null, advice: null }),
      };
      return { found, enter: !denial };
    });
    const all = [
      ...criteriaVisibility({ document, operationName }, permissions),
      ...asked.map(({ found }) => found),
    ];
    return [...new Map(all.map((found) => [`${found.coordinate} ${found.verdict}`, found])).values()];
  };
}
