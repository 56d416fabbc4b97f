import {
  type ConstDirectiveNode,
  type DefinitionNode,
  Kind,
  type NameNode,
  type TypeNode,
  visit,
} from 'graphql';

/** The parts of a field that a spread looks at, whether its type is an output or an input. */
interface Field {
  name: NameNode;
  type: TypeNode;
  directives?: readonly ConstDirectiveNode[];
}

const isSpread = ({ directives }: Field): boolean =>
  directives?.some(({ name }) => name.value === 'spread') ?? false;

const fieldsOf = (definition: DefinitionNode): readonly Field[] =>
  'fields' in definition ? (definition.fields ?? []) : [];

const typeNameOf = (type: TypeNode): string =>
  type.kind === 'NamedType' ? type.name.value : typeNameOf(type.type);

/**
 * Puts the fields of a type in the place of each field that names it with `@spread`, but for those that the type around it has
 * itself. So fields that several types have stand once, and the directive is gone. An input that is for this alone is gone too.
 *
 *     interface Dossier { id: ID! names: [Name!] }
 *     type OwnDossier implements Dossier { dossier: Dossier @spread  history: History }
 *     # becomes
 *     type OwnDossier implements Dossier { id: ID! names: [Name!]  history: History }
 *
 * @throws for a spread of a type that has no fields, or that has a spread itself
 */
export function spreadFields(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const types = new Map(
    definitions.flatMap((definition) =>
      'name' in definition && definition.name ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const copied = (field: Field): readonly Field[] => {
    const name = typeNameOf(field.type);
    const type = types.get(name);
    const fields = type ? fieldsOf(type) : [];
    if (fields.length === 0) throw new Error(`${field.name.value} spreads ${name}, which has no fields`);
    if (fields.some(isSpread))
      throw new Error(`${field.name.value} spreads ${name}, which has a spread itself`);
    return fields;
  };
  const spread = new Set<string>();
  const after = definitions.map((definition) => {
    const fields = fieldsOf(definition);
    if (!fields.some(isSpread)) return definition;
    for (const field of fields) if (isSpread(field)) spread.add(typeNameOf(field.type));
    const own = new Set(fields.map(({ name }) => name.value));
    const all = fields.flatMap((field) =>
      isSpread(field) ? copied(field).filter(({ name }) => !own.has(name.value)) : [field],
    );
    return Object.assign({}, definition, { fields: all });
  });
  const named = new Set<string>();
  for (const definition of after) visit(definition, { NamedType: ({ name }) => void named.add(name.value) });
  const isForThisAlone = (definition: DefinitionNode): boolean =>
    definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
    spread.has(definition.name.value) &&
    !named.has(definition.name.value);
  return after.filter((definition) => !isForThisAlone(definition));
}
