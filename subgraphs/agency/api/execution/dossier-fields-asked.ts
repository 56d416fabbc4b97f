import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { decidedClasses } from '../../../../terms/enums.ts';
import { comparedFields } from '../../matching/compared-fields.ts';
import type { DossierField } from '../../records/dossier/dossier-part.ts';
import { valueFields } from '../../records/values/value-kinds.ts';

/** The fields of the SDL's Dossier that are stored, and where; the others are computed from the id and the agency. */
const storedAs: Record<string, DossierField | readonly DossierField[]> = {
  matchTokens: ['handlingCode', 'status', 'version', 'links', ...comparedFields(decidedClasses)],
  handlingCode: 'handlingCode',
  version: 'version',
  cases: 'cases',
  ...Object.fromEntries(valueFields.map((field) => [field, field])),
  plannedMeasures: 'measures',
  releases: 'releases',
  shareable: 'shareable',
  waiting: valueFields,
  removals: valueFields,
  links: 'links',
};

/** In an agency's own subgraph one type alone implements each interface. */
function objectType(info: GraphQLResolveInfo, type: GraphQLOutputType): GraphQLObjectType {
  const named = getNamedType(type);
  return (isInterfaceType(named) ? info.schema.getPossibleTypes(named)[0] : named) as GraphQLObjectType;
}

/**
 * Siblings of a list share the array of their field nodes: 50 dossiers, one walk. An array is of one execution, or of one form of a
 * compiled query, whose conditions are the same each time.
 */
const walked = new WeakMap<readonly FieldNode[], Map<string, DossierField[]>>();

/**
 * The stored fields that an operation asks of a dossier, so that the database sends no others.
 * @param path fields to walk down from the resolver's own field to the dossier, such as `['edges', 'node']`
 */
export function dossierFieldsAsked(info: GraphQLResolveInfo, ...path: string[]): DossierField[] {
  const ofNodes = walked.get(info.fieldNodes) ?? new Map<string, DossierField[]>();
  walked.set(info.fieldNodes, ofNodes);
  const name = path.join('.');
  const asked = ofNodes.get(name) ?? walk(info, path);
  ofNodes.set(name, asked);
  return asked;
}

function walk(info: GraphQLResolveInfo, path: string[]): DossierField[] {
  let type = objectType(info, info.returnType);
  let nodes = info.fieldNodes;
  for (const step of path) {
    nodes = [...collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes).values()]
      .flat()
      .filter((node) => node.name.value === step);
    const field = type.getFields()[step];
    if (!field || nodes.length === 0) return [];
    type = objectType(info, field.type);
  }
  return storedFields(info, type, nodes);
}

function storedFields(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): DossierField[] {
  const fields = collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes);
  const asked = [...fields.values()].flatMap(([field]) => (field && storedAs[field.name.value]) ?? []);
  return [...new Set(asked)];
}

/** The same for a dossier that is itself the entity asked for (`_entities`). */
export const entityFieldsAsked = (info: GraphQLResolveInfo, typeName: string): DossierField[] =>
  storedFields(info, info.schema.getType(typeName) as GraphQLObjectType, info.fieldNodes);
