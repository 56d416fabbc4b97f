import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { DossierField } from './store.ts';

/** The fields of the SDL's Dossier that are stored, and where; the others are computed from the id and the agency. */
const storedAs: Record<string, DossierField> = {
  handlingCode: 'handlingCode',
  cases: 'cases',
  names: 'names',
  birth: 'birth',
  citizenships: 'citizenships',
  contacts: 'contacts',
  roles: 'roles',
  offences: 'offences',
  status: 'status',
};

/** Siblings of a list share the array of their field nodes, which is new in each execution: 50 dossiers, one walk. */
const walked = new WeakMap<readonly FieldNode[], DossierField[]>();

/**
 * The stored fields that an operation asks of a dossier, so that the database sends no others.
 * @param path fields to walk down from the resolver's own field to the dossier, such as `['edges', 'node']`
 */
export function dossierFieldsAsked(info: GraphQLResolveInfo, ...path: string[]): DossierField[] {
  const known = path.length === 0 ? walked.get(info.fieldNodes) : undefined;
  if (known) return known;
  const asked = walk(info, path);
  if (path.length === 0) walked.set(info.fieldNodes, asked);
  return asked;
}

function walk(info: GraphQLResolveInfo, path: string[]): DossierField[] {
  let type = getNamedType(info.returnType) as GraphQLObjectType;
  let nodes = info.fieldNodes;
  for (const step of path) {
    nodes = [...collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes).values()]
      .flat()
      .filter((node) => node.name.value === step);
    const field = type.getFields()[step];
    if (!field || nodes.length === 0) return [];
    type = getNamedType(field.type) as GraphQLObjectType;
  }
  const asked = new Set<DossierField>();
  for (const [field] of collectSubfields(
    info.schema,
    info.fragments,
    info.variableValues,
    type,
    nodes,
  ).values()) {
    const stored = field && storedAs[field.name.value];
    if (stored) asked.add(stored);
  }
  return [...asked];
}
