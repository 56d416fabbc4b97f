import { readFileSync } from 'node:fs';
import { extendSchema, type FieldNode, type GraphQLSchema, Kind, parse, type TypeNode } from 'graphql';
import { z } from 'zod';
import { agencyNames, subgraphOf } from '../../../identity/agencies.ts';
import { legalBases, type Mandate, purposes } from '../../../identity/mandate.ts';
import { roles, type Viewer } from '../../../identity/viewer.ts';
import type { InformationClass } from '../../../schema/access.ts';
import type { Resolvers } from '../../../schema/protected-schema.ts';
import { callerError } from '../../../server/errors.ts';
import type { RequestContext } from '../context.ts';
import type { AgencyDefinition } from '../definition.ts';
import { isAction, mayAct } from './actions.ts';
import { askedIn, operationNamed } from './asked.ts';
import { type Coordinate, type Coordinates, coordinatesOf } from './coordinates.ts';
import { permissionsOf } from './permissions.ts';
import type { Reason } from './remedy.ts';
import type { Verdicts } from './verdicts.ts';
import { type Denial, denialOf } from './withholding.ts';

/** Whether a viewer may read a field of this agency's. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: 'ALLOW' | 'BY_RECORD' | 'DENY';
  reason: Reason | null;
  remedy: string | null;
}

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
    throw callerError('BAD_USER_INPUT', 'This is no question: ask `Query.visibility`.');
  }
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** This agency's schema with the roots by which an operation of the federation comes to its fields. */
export function schemaWithSharedRoots(schema: GraphQLSchema): GraphQLSchema {
  const shared = parse(readFileSync(new URL('../../../schema/crossborder.graphql', import.meta.url), 'utf8'));
  const fields = shared.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query'
      ? (definition.fields ?? [])
      : [],
  );
  const known = fields.filter((field) => schema.getType(namedType(field.type)));
  const sdl = known.map((field) => `${field.name.value}: ${namedType(field.type)}`).join(' ');
  return extendSchema(schema, parse(`extend type Query { ${sdl} }`), { assumeValidSDL: true });
}

const byRecordRemedy = {
  own: 'The dossier decides: name one of its cases in `concord-case`.',
  foreign:
    'The dossier decides: it must be released to your agency for this purpose, or its owner must share the class.',
} as const;

/** Who may not take an action is refused it; the resolvers see to that, as it is no question of reading. */
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
  return (sealed: unknown, asking: { viewer: Viewer; mandate: Mandate; now: Date }): FieldVisibility[] => {
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
    const { verdicts, remedy } = permissionsFor({ viewer, mandate }, asking.now);
    const asked = askedIn(document, operationName, walked, coordinates, (coordinate, field) => {
      const denial = denialOf(coordinate, field, verdicts) ?? actionDenial(coordinate, field, verdicts);
      const isAsked = !denial && verdicts.of[coordinate.class] === 'BY_RECORD';
      const found: FieldVisibility = {
        coordinate: coordinate.name,
        class: denial?.class ?? coordinate.class,
        verdict: denial ? 'DENY' : isAsked ? 'BY_RECORD' : 'ALLOW',
        reason: denial?.reason ?? null,
        remedy: denial ? remedy(denial.reason, denial) : isAsked ? byRecordRemedy[verdicts.side] : null,
      };
      return { found, enter: !denial };
    });
    return [...new Map(asked.map(({ found }) => [`${found.coordinate} ${found.verdict}`, found])).values()];
  };
}

/** An agency's half of `Query.visibility`. */
export function visibilityResolvers(
  definition: AgencyDefinition,
  schemaOf: () => GraphQLSchema,
): Resolvers<RequestContext> {
  let answer: ReturnType<typeof visibilityOf> | undefined;
  return {
    Visibility: {
      __resolveReference: ({ question: sealed }: { question: unknown }) => ({ question: sealed }),
      [subgraphOf(definition.agency)]: (
        { question: sealed }: { question: unknown },
        _arguments: unknown,
        context: RequestContext,
      ) => {
        answer ??= visibilityOf(definition, schemaOf());
        return answer(sealed, context);
      },
    },
  };
}
