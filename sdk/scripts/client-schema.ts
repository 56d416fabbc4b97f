import {
  type DirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { marksSdl } from '../src/codegen/withholdable-by.ts';

type Directives = readonly DirectiveNode[] | undefined;

const argumentOf = (directive: DirectiveNode | undefined, name: string): string | undefined => {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
};
const directivesOf = (directives: Directives, name: string) =>
  (directives ?? []).filter((directive) => directive.name.value === name);
const classOn = (directives: Directives) => argumentOf(directivesOf(directives, 'access')[0], 'class');
const actionOn = (directives: Directives) => argumentOf(directivesOf(directives, 'access')[0], 'action');

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

type Types = ReadonlyMap<string, ObjectTypeDefinitionNode>;

/** The supergraph's types, as far as they decide who is told what. */
interface Supergraph {
  types: Types;
  /** Names of types that have fields: objects, and the interfaces that they implement. */
  composite: ReadonlySet<string>;
  agencies: ReadonlySet<string>;
  interfacesOf(type: string): readonly string[];
}

function supergraphOf(document: DocumentNode): Supergraph {
  const objects = document.definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const agencies = document.definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Agency',
  );
  const types = new Map(objects.map((type) => [type.name.value, type]));
  const interfaces = document.definitions.filter(
    (definition) => definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return {
    types,
    composite: new Set([...objects, ...interfaces].map(({ name }) => name.value)),
    agencies: new Set(agencies?.values?.map(({ name }) => name.value)),
    interfacesOf: (name) => types.get(name)?.interfaces?.map((one) => one.name.value) ?? [],
  };
}

const classOf = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) =>
  classOn(field.directives) ?? classOn(type.directives);

const isEntity = (type: ObjectTypeDefinitionNode) =>
  directivesOf(type.directives, 'join__type').some((join) => argumentOf(join, 'key') !== undefined);

/** The one agency that answers for a field; undefined where several do, or none. */
function agencyOf({ agencies }: Supergraph, field: FieldDefinitionNode): string | undefined {
  const graphs = directivesOf(field.directives, 'join__field')
    .filter((join) => !join.arguments?.some(({ name }) => name.value === 'external'))
    .map((join) => argumentOf(join, 'graph'));
  const [only] = graphs;
  return graphs.length === 1 && only !== undefined && agencies.has(only) ? only : undefined;
}

/**
 * True when each way to a type leads through a field of the type's own class, so that the whole is withheld before a
 * part.
 */
function isBehindItsClass({ types, interfacesOf }: Supergraph, type: ObjectTypeDefinitionNode): boolean {
  const own = classOn(type.directives);
  const names = [type.name.value, ...interfacesOf(type.name.value)];
  const entrances = [...types.values()].flatMap((holder) =>
    (holder.fields ?? [])
      .filter((field) => names.includes(namedType(field.type)))
      .map((field) => classOf(holder, field)),
  );
  return (
    own !== undefined && !isEntity(type) && entrances.length > 0 && entrances.every((one) => one === own)
  );
}

function leadsToDossiers({ types, interfacesOf }: Supergraph, field: FieldDefinitionNode): boolean {
  const isDossier = (name: string) => name === 'Dossier' || interfacesOf(name).includes('Dossier');
  const name = namedType(field.type);
  const nodes = types.get(name)?.fields?.find((one) => one.name.value === 'nodes');
  return isDossier(name) || (nodes !== undefined && isDossier(namedType(nodes.type)));
}

/**
 * True when a null of a field can mean something else than that there is nothing: its owner may withhold it by its
 * class or by an action, it is an entrance to dossiers, or an agency answers for it beside others, and may be down.
 */
function isWithholdable(supergraph: Supergraph, type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) {
  if (field.type.kind === Kind.NON_NULL_TYPE || type.name.value === 'Mutation') return false;
  if (actionOn(field.directives) !== undefined) return true;
  const isComposite = supergraph.composite.has(namedType(field.type)) || leadsToDossiers(supergraph, field);
  if (classOf(type, field) !== 'OPEN') return isComposite || !isBehindItsClass(supergraph, type);
  const isJoined = isEntity(type) || type.name.value === 'Query';
  return leadsToDossiers(supergraph, field) || (isJoined && agencyOf(supergraph, field) !== undefined);
}

/** Lists from which items are left out with a receipt, by what the receipt names: the list, or a field of an input. */
const partialLists: ReadonlyMap<string, string> = new Map([
  ['HistoryEntry.changes', ''],
  ['RequestSubject.criteria', ''],
  ['SuspectSearchConnection.edges', 'SuspectCriteria'],
  ['SuspectSearchConnection.nodes', 'SuspectCriteria'],
]);

/** Null by a rule of the field's own, mostly without a receipt: of what is there and not for the viewer, and of what is not there. */
const nullByRule: ReadonlySet<string> = new Set(['Query.node']);

/** The mark of a field in the schema of the package; undefined if its null, or its end, means nothing else. */
function markOf(supergraph: Supergraph, type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) {
  const coordinate = `${type.name.value}.${field.name.value}`;
  const input = partialLists.get(coordinate);
  if (input !== undefined) return input === '' ? '@partial' : `@partial(input: "${input}")`;
  if (!nullByRule.has(coordinate) && !isWithholdable(supergraph, type, field)) return undefined;
  const agency = agencyOf(supergraph, field);
  return `@withholdable${agency === undefined ? '' : `(agency: ${agency})`}`;
}

/**
 * The schema that operations are generated against: the gateway's public one, in which each field that can be withheld or
 * lost with its agency is marked `@withholdable`, and each list that may lack entries `@partial`, by the information classes and owners of the supergraph.
 * @param apiSdl the public schema
 * @param supergraphSdl what it was made from, with `@access` on its fields
 */
export function clientSchema(apiSdl: string, supergraphSdl: string): string {
  const supergraph = supergraphOf(parse(supergraphSdl));
  const marked: DocumentNode = visit(parse(apiSdl), {
    ObjectTypeDefinition(node) {
      const type = supergraph.types.get(node.name.value);
      const fields = node.fields?.map((field): FieldDefinitionNode => {
        const classed = type?.fields?.find((one) => one.name.value === field.name.value);
        const mark = type && classed && markOf(supergraph, type, classed);
        if (!mark) return field;
        const [definition] = parse(`type T { f: Int ${mark} }`).definitions as ObjectTypeDefinitionNode[];
        return { ...field, directives: definition?.fields?.[0]?.directives ?? [] };
      });
      return { ...node, ...(fields && { fields }) };
    },
  });
  return `${marksSdl}\n${print(marked)}\n`;
}
