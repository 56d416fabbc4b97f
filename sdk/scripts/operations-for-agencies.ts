import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';

/** An agency in the names of fields and of operations: `belarus`, `Belarus`. */
export const fieldOf = (agency: string): string => agency.toLowerCase();
export const titleOf = (agency: string): string => agency.charAt(0) + agency.slice(1).toLowerCase();

const renamed = (field: FieldNode, value: string): FieldNode => ({
  ...field,
  name: { ...field.name, value },
});

/** Selections in which a field stands once, with everything that is selected of it. */
function joined(selections: readonly SelectionNode[]): SelectionNode[] {
  const result: SelectionNode[] = [];
  for (const selection of selections) {
    const at = result.findIndex(
      (one) =>
        one.kind === Kind.FIELD &&
        selection.kind === Kind.FIELD &&
        !selection.alias &&
        !one.alias &&
        one.name.value === selection.name.value,
    );
    const before = result[at];
    if (before?.kind !== Kind.FIELD || selection.kind !== Kind.FIELD || !before.selectionSet) {
      result.push(selection);
      continue;
    }
    const both = [...before.selectionSet.selections, ...(selection.selectionSet?.selections ?? [])];
    result[at] = { ...before, selectionSet: { ...before.selectionSet, selections: both } };
  }
  return result;
}

type OwnDefinition = OperationDefinitionNode | FragmentDefinitionNode;

const namesOwn = ({ name }: OwnDefinition): boolean => /Own$/.test(name?.value ?? '');

/** A name that ends in `Own`, for an agency's officers; any other stays as it is. */
const nameFor = (name: NameNode, own: string): NameNode => ({
  ...name,
  value: name.value.replace(/Own$/, titleOf(own)),
});

/** The type `OwnRequest` of an agency: `BelarusRequest`. */
const typeFor = (type: NamedTypeNode, own: string): NamedTypeNode => ({
  ...type,
  name: { ...type.name, value: type.name.value.replace(/^Own(?=[A-Z])/, titleOf(own)) },
});

/** An operation or a fragment for an officer of one agency; of one that is for everybody, `own` is undefined. */
const definitionFor = <Definition extends OwnDefinition>(
  definition: Definition,
  agencies: readonly string[],
  own: string | undefined,
): Definition =>
  visit(definition, {
    OperationDefinition: ({ name, ...rest }) =>
      name && own ? { ...rest, name: nameFor(name, own) } : undefined,
    FragmentDefinition: ({ name, typeCondition, ...rest }) =>
      own ? { ...rest, name: nameFor(name, own), typeCondition: typeFor(typeCondition, own) } : undefined,
    InlineFragment: ({ typeCondition, ...rest }) =>
      own && typeCondition ? { ...rest, typeCondition: typeFor(typeCondition, own) } : undefined,
    FragmentSpread: ({ name, ...rest }) => (own ? { ...rest, name: nameFor(name, own) } : undefined),
    SelectionSet: (set) => ({
      ...set,
      selections: joined(
        set.selections.flatMap((selection) => {
          if (selection.kind !== Kind.FIELD) return selection;
          if (selection.name.value === 'each') return agencies.map((one) => renamed(selection, fieldOf(one)));
          return own && selection.name.value === 'own' ? renamed(selection, fieldOf(own)) : selection;
        }),
      ),
    }),
  });

/**
 * A document in which no agency is named, for these agencies: the field `each` becomes a field of every agency, and an operation or a
 * fragment whose name ends in `Own` becomes one for each agency's officers, in which the field `own` is their agency's, and a type
 * `OwnRequest` that a fragment is on their agency's `BelarusRequest`.
 */
export const operationsForAgencies = (document: DocumentNode, agencies: readonly string[]): DocumentNode => ({
  ...document,
  definitions: document.definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      return [definition];
    const owners = namesOwn(definition) ? agencies : [undefined];
    return owners.map((own) => definitionFor(definition, agencies, own));
  }),
});

/** The module's part that has the documents of such operations by agency: `ProfileOfOwnDocuments`. */
export const documentsByAgency = (document: DocumentNode, agencies: readonly string[]): string =>
  document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && namesOwn(definition) && definition.name
        ? definition.name.value
        : [],
    )
    .map((name) => {
      const entries = agencies.map((one) => `${one}: ${name.replace(/Own$/, titleOf(one))}Document`);
      return `\n/** The documents of the operation, by the agency whose operation it is. */\nexport const ${name}Documents = { ${entries.join(', ')} };\n`;
    })
    .join('');
