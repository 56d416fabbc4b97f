import {
  type FieldNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { documentLimits } from '../../server/rules/document-limits.ts';
import { type AskedDocument, ofValidation, typeOfFragment } from './asked-document.ts';
import { printed } from './printed.ts';

/** A selection, and the type that it is of. */
interface Selection {
  set: SelectionSetNode;
  type: GraphQLNamedType | undefined;
}

/** One field with the same arguments in one place: the types it is asked of, by its names in the answer. */
type Names = Map<string, GraphQLNamedType[]>;

/** Fields in one place of the answer. */
interface Place {
  /** By a field and its arguments. */
  asked: Map<string, { field: string; names: Names }>;
  /** The selections that the answer joins under one name. */
  below: Map<string, Selection[]>;
}

/** Values are compared as they are written, variables by their names. */
const askedIn = ({ name, arguments: given = [] }: FieldNode): string =>
  [name.value, ...given.map(printed).sort()].join('\n');

function typesOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** The names under which one object has the field: fields of different types stand side by side in a document alone. */
function namesOfOneObject(names: Names, schema: GraphQLSchema): number {
  const ofTypes = new Map<GraphQLNamedType, number>();
  for (const types of names.values()) {
    for (const type of new Set(types.flatMap((each) => typesOf(each, schema))))
      ofTypes.set(type, (ofTypes.get(type) ?? 0) + 1);
  }
  return Math.max(0, ...ofTypes.values());
}

interface Repeated {
  field: string;
  names: number;
}

/** The field of an operation that stands in one place under more than so many names, if there is one. */
function repeatedIn(
  operation: OperationDefinitionNode,
  { schema, fragment }: AskedDocument,
  most: number,
): Repeated | undefined {
  let selections = 0;

  function gather({ set, type }: Selection, place: Place, open: Set<string>): void {
    for (const selection of set.selections) {
      selections += 1;
      // Another rule refuses a document of so many.
      if (selections > documentLimits.selections) return;
      if (selection.kind === Kind.FIELD) note(selection, type, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        gather({ set: selection.selectionSet, type: typeOfFragment(selection, type, schema) }, place, open);
      else {
        const { value: name } = selection.name;
        const spread = fragment(name);
        // Nothing for one inside itself, which another rule refuses.
        if (!spread || open.has(name)) continue;
        open.add(name);
        gather({ set: spread.selectionSet, type: typeOfFragment(spread, undefined, schema) }, place, open);
        open.delete(name);
      }
    }
  }

  function note(node: FieldNode, parent: GraphQLNamedType | undefined, { asked, below }: Place): void {
    const name = (node.alias ?? node.name).value;
    const key = askedIn(node);
    const entry = asked.get(key) ?? { field: node.name.value, names: new Map() };
    asked.set(key, entry);
    const types = entry.names.get(name) ?? [];
    entry.names.set(name, types);
    if (parent) types.push(parent);
    if (!node.selectionSet) return;
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
    const field = fields[node.name.value];
    const sets = below.get(name) ?? [];
    below.set(name, sets);
    sets.push({ set: node.selectionSet, type: field && getNamedType(field.type) });
  }

  function look(sets: readonly Selection[], level: number): Repeated | undefined {
    const place: Place = { asked: new Map(), below: new Map() };
    for (const set of sets) gather(set, place, new Set());
    for (const { field, names } of level === 1 ? [] : place.asked.values()) {
      if (names.size <= most) continue;
      const count = namesOfOneObject(names, schema);
      if (count > most) return { field, names: count };
    }
    // And another one refuses a document that is deeper.
    for (const selected of level > documentLimits.depth ? [] : place.below.values()) {
      const found = look(selected, level + 1);
      if (found) return found;
    }
    return undefined;
  }

  const type = schema.getRootType(operation.operation) ?? undefined;
  return look([{ set: operation.selectionSet, type }], 1);
}

/**
 * Refuses one field with the same arguments under more than so many names in one place. Each name is the same value once more, which a
 * few letters in a page of long lists make megabytes of. Fields at the root of an operation are other fetches, and priced so.
 *
 *     { suspect(…) { belarus { a: contactPoint b: contactPoint } } }                is allowed
 *     { belarus { a: group(id: "BYG-1") { id } … e: group(id: "BYG-5") { id } } }   is allowed
 *     { suspect(…) { belarus { names { a: full b: full c: full d: full } } } }      is refused
 */
export const repeatedFieldsRule =
  (most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const found = repeatedIn(operation, ofValidation(context), most);
      if (!found) return;
      const { field, names } = found;
      const message = `The query asks for \`${field}\` in one place under ${names} names; the limit is ${most}. Ask for it once, and use its value as often as you need it.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
