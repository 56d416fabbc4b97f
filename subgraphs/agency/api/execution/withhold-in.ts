import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { InformationClass } from '../../../../terms/enums.ts';
import type { RedactionReason } from '../../../../terms/redaction-reason.ts';
import { mayAct } from '../../permissions/actions.ts';
import type { WithheldField } from '../../permissions/redactions.ts';
import type { Verdicts } from '../../permissions/verdicts.ts';
import type { Coordinate, Coordinates } from './coordinates.ts';

/**
 * The field that stands for a denied one: a null under the key that was asked for. A field that were deleted instead
 * would be absent, and where another agency's fetch requires it that agency's answer would be lost too. It exists only in
 * the schema that is executed, never in the one that documents are checked against, so nobody can ask for it.
 */
export const deniedField = '_denied';

/** Why a field is withheld whatever the record, and for want of which class. */
export interface Denial extends WithheldField {
  reason: RedactionReason;
}

/** Decides a field by its coordinate, the viewer's verdicts and the arguments that it is asked with. */
export function denialOf(
  coordinate: Coordinate,
  field: Pick<FieldNode, 'arguments'>,
  verdicts: Verdicts,
): Denial | undefined {
  const denied = (informationClass: InformationClass): Denial | undefined =>
    verdicts.of[informationClass] === 'DENY'
      ? {
          coordinate: coordinate.name,
          class: informationClass,
          reason: verdicts.reasons[informationClass] ?? 'ROLE',
        }
      : undefined;
  const { action } = coordinate;
  if (action && !mayAct(verdicts.side, verdicts.roles, action))
    return { coordinate: coordinate.name, class: coordinate.class, action, reason: 'ROLE' };
  if (coordinate.class !== 'OPEN' || coordinate.isEntrance) {
    const found = denied(coordinate.class);
    if (found) return found;
  }
  for (const argument of field.arguments ?? []) {
    const informationClass = coordinate.arguments[argument.name.value];
    const found = informationClass && denied(informationClass);
    if (found) return found;
  }
  return undefined;
}

const asDenied = (node: FieldNode): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: node.alias?.value ?? node.name.value },
  name: { kind: Kind.NAME, value: deniedField },
  ...(node.directives && { directives: node.directives }),
});

/**
 * A document with every statically denied field replaced, so that none of them is resolved or read.
 * @param decide tells of a field whether it is denied
 */
export function withholdIn(
  document: DocumentNode,
  schema: GraphQLSchema,
  coordinates: Coordinates,
  decide: (coordinate: Coordinate, field: FieldNode) => Denial | undefined,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const coordinate = coordinates.get(`${types.getParentType()?.name}.${node.name.value}`);
        return coordinate && decide(coordinate, node) ? asDenied(node) : undefined;
      },
    }),
  );
}
