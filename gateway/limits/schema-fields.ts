import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValidationRule,
} from 'graphql';
import { type AskedDocument, ofDocument, ofValidation } from './asked-document.ts';

/** A document may ask for as much as introspection of the whole schema answers, times this. Aliases would ask for it many times over. */
const mostTimes = 1.5;

/** Fields of the schema that are answered in the time of one field of an agency's answer. */
const perField = 4;

/** Selections that are looked at for each field that may be asked for. A fragment, or a field that no type has, is one that leads to no field. */
const stepsOfField = 4;

type Meta = GraphQLField<unknown, unknown>;

/** The argument of `__type`; where it is a variable, the type with the most fields. */
function typeNamed(value: string | undefined, schema: GraphQLSchema): GraphQLNamedType | undefined {
  if (value !== undefined) return schema.getType(value);
  const sizeOf = (type: GraphQLNamedType) => ('getFields' in type ? Object.keys(type.getFields()).length : 0);
  return Object.values(schema.getTypeMap()).reduce((one, other) =>
    sizeOf(other) > sizeOf(one) ? other : one,
  );
}

/**
 * Fields of the schema itself that the answer to an operation has, each as often as it stands there, counted as graphql-js answers them.
 * Conditions are taken to hold, and deprecated things to be asked for.
 * @param most counting ends beyond it
 */
function countOf(
  operation: OperationDefinitionNode,
  { schema, fragment }: AskedDocument,
  most: number,
): number {
  const info = { schema } as GraphQLResolveInfo;
  let count = 0;
  let steps = 0;

  /** Visits the fields of a set; a fragment that stands in it again adds nothing. */
  const each = (
    set: SelectionSetNode,
    visit: (name: string, nested: SelectionSetNode | undefined, given?: string) => void,
    opened = new Set<FragmentDefinitionNode>(),
  ) => {
    for (const selection of set.selections) {
      steps += 1;
      if (count > most || steps > stepsOfField * most) return;
      if (selection.kind === Kind.FIELD) {
        const named = selection.arguments?.find(({ name }) => name.value === 'name')?.value;
        visit(
          selection.name.value,
          selection.selectionSet,
          named?.kind === Kind.STRING ? named.value : undefined,
        );
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        each(selection.selectionSet, visit, opened);
        continue;
      }
      const spread = fragment(selection.name.value);
      if (!spread || opened.has(spread)) continue;
      opened.add(spread);
      each(spread.selectionSet, visit, opened);
    }
  };
  /** Counts what a field has answered, once for each item of a list. */
  const answered = (value: unknown, { type }: Meta, nested: SelectionSetNode | undefined): void => {
    const named = getNamedType(type);
    const items = Array.isArray(value) ? value : [value];
    // A list that is empty stands there too.
    count += Math.max(1, items.length);
    if (!nested || !isObjectType(named)) return;
    for (const item of items) {
      if (count > most) return;
      if (item !== null && item !== undefined) below(nested, named.getFields(), item);
    }
  };
  const below = (set: SelectionSetNode, fields: Record<string, Meta>, source: unknown): void =>
    each(set, (name, nested) => {
      const field = fields[name];
      if (field)
        answered(field.resolve?.(source, { includeDeprecated: true }, undefined, info), field, nested);
    });

  each(operation.selectionSet, (name, nested, given) => {
    if (name === SchemaMetaFieldDef.name) answered(schema, SchemaMetaFieldDef, nested);
    if (name === TypeMetaFieldDef.name) answered(typeNamed(given, schema), TypeMetaFieldDef, nested);
  });
  return steps > stepsOfField * most ? most + 1 : count;
}

const wholes = new WeakMap<GraphQLSchema, number>();

/** The most fields of the schema itself that a document may ask for. */
export function mostOfSchema(schema: GraphQLSchema): number {
  const known = wholes.get(schema);
  if (known !== undefined) return known;
  const whole = parse(
    getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
  const [operation] = whole.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return 0;
  const most = Math.ceil(mostTimes * countOf(operation, ofDocument(schema, whole), Number.POSITIVE_INFINITY));
  wholes.set(schema, most);
  return most;
}

/** Fields of the schema itself that an operation asks for, up to one more than it may. */
export const schemaFieldsAsked = (operation: OperationDefinitionNode, document: AskedDocument): number =>
  countOf(operation, document, mostOfSchema(document.schema));

/** The cost of fields of the schema to their caller, in fields of an agency's answer. */
export const costOfSchemaFields = (fields: number): number => Math.ceil(fields / perField);

/** Refuses what would ask for more of the schema itself than anybody needs, for example all of it under several names. */
export const schemaFieldsRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const document = ofValidation(context);
    const most = mostOfSchema(document.schema);
    if (schemaFieldsAsked(operation, document) <= most) return;
    const message = `The query asks for more than ${most} fields of the schema itself. Ask for it once.`;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
    );
  },
});
