import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Agency, agencyNames, isDossierId, ownerOf } from '../../terms/agencies.ts';
import type { Path } from '../wire/answer.ts';
import { type Fragments, selectedFields, typesOfField } from './selected-fields.ts';

/** The place of a value in an answer, as far as the answer itself tells. */
export interface Place {
  path: Path;
  /** Its coordinates in the schema: several where its parent can be of several types. */
  coordinates: string[];
  /** The agency whose record it is in. */
  owner: Agency | undefined;
  /** The dossier that it is of; undefined when its id was not asked for. */
  dossier: string | undefined;
  /** Names of the types that it can be of. */
  types: string[];
}

/** Called with every value of an answer, parents first; false leaves out what is in it. */
export type Visit = (value: unknown, place: Place, key: string | number) => boolean;

interface Surroundings {
  owner: Agency | undefined;
  dossier: string | undefined;
}

/** The agency that alone has records of a type; of a coordinate too, which begins with its type. */
export const agencyOfType = (type: string): Agency | undefined =>
  agencyNames.find((agency) => type.toUpperCase().startsWith(agency));

/** The owner and dossier of an object, by its type or its own id. */
function around(
  object: Record<string, unknown>,
  types: readonly string[],
  outer: Surroundings,
): Surroundings {
  const { id } = object;
  const isDossier = types.some((type) => type.endsWith('Dossier'));
  const byType = types.length === 1 ? agencyOfType(types[0] ?? '') : undefined;
  if (isDossier && isDossierId(id)) return { owner: ownerOf(id), dossier: id };
  return { owner: byType ?? outer.owner, dossier: isDossier ? undefined : outer.dossier };
}

/** Goes through the data of an answer together with the operation that asked for it. */
export function walkAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  data: Record<string, unknown>,
  visit: Visit,
): void {
  const fragments: Fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const typeOf = (of: string, name: string) => {
    const type = schema.getType(of);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    return field && getNamedType(field.type);
  };

  function walk(
    object: Record<string, unknown>,
    sets: SelectionSetNode[],
    types: string[],
    path: Path,
    outer: Surroundings,
  ) {
    const named = typeof object.__typename === 'string' ? [object.__typename] : types;
    const inner = around(object, named, outer);
    const fields = selectedFields(schema, fragments, sets, named);
    for (const [key, value] of Object.entries(object)) {
      const field = fields.get(key);
      const coordinates = field ? [...field.types].map((type) => `${type}.${field.name}`) : [];
      const below = field?.nodes.flatMap(({ selectionSet }) => selectionSet ?? []) ?? [];
      const belowTypes = field ? typesOfField(schema, field, typeOf) : [];
      const leafTypes = [...(field?.types ?? [])].flatMap(
        (type) => typeOf(type, field?.name ?? '')?.name ?? [],
      );
      const valueTypes = belowTypes.length > 0 ? belowTypes : leafTypes;
      const descend = (each: unknown, at: Path, name: string | number): void => {
        const owner =
          inner.owner ?? (belowTypes.length === 1 ? agencyOfType(belowTypes[0] ?? '') : undefined);
        const place = { path: at, coordinates, types: valueTypes, dossier: inner.dossier, owner };
        if (!visit(each, place, name)) return;
        if (Array.isArray(each))
          for (const [index, item] of each.entries()) descend(item, [...at, index], index);
        else if (typeof each === 'object' && each !== null)
          walk(each as Record<string, unknown>, below, belowTypes, at, inner);
      };
      descend(value, [...path, key], key);
    }
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(data, [operation.selectionSet], [root.name], [], { owner: undefined, dossier: undefined });
}
