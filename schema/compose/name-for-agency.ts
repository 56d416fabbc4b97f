import { type DefinitionNode, type DocumentNode, type FieldDefinitionNode, Kind, visit } from 'graphql';
import { type Agency, candidatesField, subgraphOf } from '../../terms/agencies.ts';

/** Gives every name another form, wherever it stands: of types, of fields, and of what refers to them. */
const renamed = <Node extends DocumentNode | DefinitionNode | FieldDefinitionNode>(
  node: Node,
  nameOf: (name: string) => string,
): Node =>
  visit(node, {
    Name: (name) => {
      const value = nameOf(name.value);
      return value === name.value ? undefined : { ...name, value };
    },
  });

const prefixOf = (subgraph: string) => subgraph.charAt(0).toUpperCase() + subgraph.slice(1);

/** `OwnDossier` becomes `BelarusDossier` and the field `own` becomes `belarus`. */
export const nameForAgency = (document: DocumentNode, subgraph: string): DocumentNode =>
  renamed(document, (name) =>
    name === 'own' ? subgraph : name.replace(/^Own(?=[A-Z])/, prefixOf(subgraph)),
  );

/** `ForeignDossier` becomes `RussiaDossier` in what another agency says of it, and `candidates` the field of that agency. */
export const nameForForeign = (document: DocumentNode, foreign: Agency, owner: Agency): DocumentNode =>
  renamed(document, (name) =>
    name === 'candidates'
      ? candidatesField(owner, foreign)
      : name.replace(/^Foreign(?=[A-Z])/, prefixOf(subgraphOf(foreign))),
  );

/**
 * Types whose names begin with `Each`, and fields named `each`, stand once for every agency; so does `each { … }` in the list of
 * fields that a directive takes. `each: EachSearch` becomes `belarus: BelarusSearch` and `russia: RussiaSearch`.
 */
export function repeatForEach(document: DocumentNode, agencies: readonly string[]): DocumentNode {
  const isRepeated = (name: string | undefined) => /^(each$|Each[A-Z])/.test(name ?? '');
  const repeated = <Node extends DefinitionNode | FieldDefinitionNode>(node: Node): Node[] =>
    agencies.map((agency) =>
      renamed(node, (name) => (name === 'each' ? agency : name.replace(/^Each(?=[A-Z])/, prefixOf(agency)))),
    );
  return visit(document, {
    Argument: ({ value, ...argument }) => {
      if (value.kind !== Kind.STRING) return undefined;
      const fields = value.value.replace(/\beach (\{[^}]*\})/g, (_, inner) =>
        agencies.map((agency) => `${agency} ${inner}`).join(' '),
      );
      return { ...argument, value: { ...value, value: fields } };
    },
    ObjectTypeDefinition: {
      leave: (type) => ({
        ...type,
        fields: type.fields?.flatMap((field) => (isRepeated(field.name.value) ? repeated(field) : [field])),
      }),
    },
    Document: {
      leave: ({ definitions, ...rest }) => ({
        ...rest,
        definitions: definitions.flatMap((definition) =>
          'name' in definition && isRepeated(definition.name?.value) ? repeated(definition) : [definition],
        ),
      }),
    },
  });
}
