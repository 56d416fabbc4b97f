import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

/** Names that a caller has made up, each with the one that takes its place. */
function renaming(prefix: string): (name: string) => string {
  const renamed = new Map<string, string>();
  return (name) => {
    const known = renamed.get(name);
    if (known !== undefined) return known;
    const made = `${prefix}${renamed.size}`;
    renamed.set(name, made);
    return made;
  };
}

/**
 * One operation of a document, without anything that its author has put into it in their own words: values, aliases, and the names of
 * the operation, its variables and fragments. The fields are left, and which arguments and criteria they have.
 */
export function bareDocument(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const [variableName, fragmentName] = [renaming('v'), renaming('f')];
  const definitions = document.definitions.filter(
    (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation,
  );
  return visit(
    { ...document, definitions },
    {
      OperationDefinition: { leave: ({ name: _name, ...rest }) => rest },
      VariableDefinition: { leave: ({ defaultValue: _value, ...rest }) => rest },
      Variable: ({ name, ...rest }) => ({ ...rest, name: { ...name, value: variableName(name.value) } }),
      FragmentDefinition: {
        leave: ({ name, ...rest }) => ({ ...rest, name: { ...name, value: fragmentName(name.value) } }),
      },
      FragmentSpread: {
        leave: ({ name, ...rest }) => ({ ...rest, name: { ...name, value: fragmentName(name.value) } }),
      },
      Field: { leave: ({ alias: _alias, ...rest }) => rest },
      StringValue: (value) => ({ kind: value.kind, value: '' }),
      IntValue: (value) => ({ ...value, value: '0' }),
      FloatValue: (value) => ({ ...value, value: '0.0' }),
    },
  );
}
