import {
  type DirectiveNode,
  doTypesOverlap,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type InformationClass, informationClasses } from '../../terms/enums.ts';

/** Federation's own machinery and introspection: no data of an agency. */
const machinery = (name: string) => name.startsWith('_');
const machineryFields = ['_service', '_entities'];

/** The class that stands on a field, an argument or a type itself. */
export const directiveClass = (
  directives: readonly DirectiveNode[] | undefined,
): InformationClass | undefined => {
  const argument = directives
    ?.find((d) => d.name.value === 'access')
    ?.arguments?.find((a) => a.name.value === 'class');
  const value = argument?.value.kind === 'EnumValue' ? argument.value.value : undefined;
  return informationClasses.find((name) => name === value);
};

const stringArgument = (
  directives: readonly DirectiveNode[] | undefined,
  name: string,
): string | undefined => {
  const value = directives
    ?.find((d) => d.name.value === 'access')
    ?.arguments?.find((a) => a.name.value === name)?.value;
  return value?.kind === 'StringValue' ? value.value : undefined;
};

/** The action that stands on a field itself. */
export const directiveAction = (directives: readonly DirectiveNode[] | undefined): string | undefined =>
  stringArgument(directives, 'action');

/** The action that a viewer must be allowed to take to read a field, beside its class. */
export const actionOf = (field: GraphQLField<unknown, unknown>): string | undefined =>
  directiveAction(field.astNode?.directives);

/** The class that stands on a type, for those of its fields that have none of their own. */
export const typeClass = (type: GraphQLNamedType): InformationClass | undefined =>
  [type.astNode, ...type.extensionASTNodes]
    .map((node) => directiveClass(node?.directives))
    .find((found) => found !== undefined);

/** The class of a field: its own, or else the one that stands on its type. */
export const classOf = (
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): InformationClass | undefined => directiveClass(field.astNode?.directives) ?? typeClass(type);

/** The class of a field of an input: its own, or else the one that stands on the input. */
export const classOfInput = (
  type: GraphQLNamedType,
  field: GraphQLInputField,
): InformationClass | undefined => directiveClass(field.astNode?.directives) ?? typeClass(type);

function* fieldsOf(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (machinery(type.name) || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      if (!machineryFields.includes(field.name))
        yield { type, field, coordinate: `${type.name}.${field.name}` };
    }
  }
}

/** A field that leads to a type, and where it stands. */
interface Entrance {
  type: GraphQLNamedType;
  field: GraphQLField<unknown, unknown>;
  coordinate: string;
}

const entrancesOfSchemas = new WeakMap<GraphQLSchema, ReadonlyMap<GraphQLNamedType, Entrance[]>>();

/** For each composite type the fields that lead to it, through an interface or union that it belongs to too. */
function entrancesIn(schema: GraphQLSchema): ReadonlyMap<GraphQLNamedType, Entrance[]> {
  const known = entrancesOfSchemas.get(schema);
  if (known) return known;
  const composite = Object.values(schema.getTypeMap()).filter(isCompositeType);
  const entered = new Map<GraphQLNamedType, GraphQLNamedType[]>();
  const entrances = new Map<GraphQLNamedType, Entrance[]>(composite.map((type) => [type, []]));
  for (const entrance of fieldsOf(schema)) {
    const named = getNamedType(entrance.field.type);
    if (!isCompositeType(named)) continue;
    const types = entered.get(named) ?? composite.filter((type) => doTypesOverlap(schema, named, type));
    entered.set(named, types);
    for (const type of types) entrances.get(type)?.push(entrance);
  }
  entrancesOfSchemas.set(schema, entrances);
  return entrances;
}

/** The coordinates of the fields that lead to a type, through an interface or union that it belongs to too. */
export const entrancesTo = (schema: GraphQLSchema, type: GraphQLNamedType): string[] =>
  (entrancesIn(schema).get(type) ?? []).map(({ coordinate }) => coordinate);

/**
 * A field may be non-null only where null is never needed to withhold it: its class is OPEN, or it is inside a type
 * of one class whose every entrance, an interface or union it belongs to included, has that same class, so that the
 * whole object is withheld before the field is.
 */
function problemOfNonNull(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  informationClass: InformationClass,
): string | undefined {
  if (informationClass === 'OPEN') return undefined;
  if (typeClass(type) !== informationClass) return 'can be denied, so it must be nullable';
  const other = entrancesIn(schema)
    .get(type)
    ?.find((entrance) => classOf(entrance.type, entrance.field) !== informationClass);
  return (
    other && `is non-null, but ${other.coordinate} leads to it with another class than ${informationClass}`
  );
}

/**
 * A list decides on no record: an argument of a class chooses among those of which the viewer may read that class. The subgraph
 * starts only if the list is known to choose so.
 */
const isOpenList = (field: GraphQLField<unknown, unknown>, informationClass: InformationClass): boolean => {
  const type = getNamedType(field.type);
  return informationClass === 'OPEN' && isObjectType(type) && 'pageInfo' in type.getFields();
};

function inputProblems(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ type, field }) => !classOfInput(type, field))
    .map(({ type, field }) => `${type.name}.${field.name} has no information class: add @access(class: …)`);
}

/**
 * Checks the information classes of a schema; a subgraph starts only when there is no problem.
 * @returns one sentence a problem, each naming the coordinate
 */
export function accessProblems(schema: GraphQLSchema): string[] {
  const problems = inputProblems(schema);
  for (const { type, field, coordinate } of fieldsOf(schema)) {
    const informationClass = classOf(type, field);
    if (!informationClass) {
      problems.push(`${coordinate} has no information class: add @access(class: …)`);
      continue;
    }
    for (const argument of field.args) {
      const argumentClass = directiveClass(argument.astNode?.directives);
      if (!argumentClass) {
        problems.push(`${coordinate}(${argument.name}:) has no information class: add @access(class: …)`);
      } else if (
        ![informationClass, 'OPEN'].includes(argumentClass) &&
        !isOpenList(field, informationClass)
      ) {
        // A record decides on a field once: an argument of another class would ask it something that it may not answer.
        const classes = [...new Set(['OPEN', informationClass])].join(' or ');
        problems.push(`${coordinate}(${argument.name}:) must be ${classes}, as its field is`);
      }
    }
    for (const contract of isObjectType(type) ? type.getInterfaces() : []) {
      const promised = contract.getFields()[field.name];
      if (promised && classOf(contract, promised) !== informationClass) {
        problems.push(`${coordinate} has another class than ${contract.name}.${field.name}`);
      }
      if (promised && actionOf(promised) !== actionOf(field)) {
        problems.push(`${coordinate} has another action than ${contract.name}.${field.name}`);
      }
    }
    const isNonNull = isNonNullType(field.type);
    if (isNonNull && actionOf(field) !== undefined)
      problems.push(`${coordinate} takes an action and can be denied, so it must be nullable`);
    const problem = isNonNull ? problemOfNonNull(schema, type, informationClass) : undefined;
    if (problem) problems.push(`${coordinate} ${problem}`);
  }
  return problems;
}
