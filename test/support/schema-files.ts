import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

const root = join(import.meta.dirname, '..', '..');

/** A file of the project, by its path from the root. */
export const projectFile = (path: string): string => readFileSync(join(root, path), 'utf8');

export const supergraphSdl = (): string => projectFile('schema/supergraph.graphql');

/** The types of an SDL, which need not be whole: a supergraph's directives are its composition's. */
export const schemaOf = (sdl: string): GraphQLSchema =>
  buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });

/** A subgraph's SDL as it is generated and committed. */
export const builtSdl = (subgraph: string): string => projectFile(`schema/built/${subgraph}.graphql`);

/** An SDL without its descriptions, for tests that change it as text. */
export const undescribed = (sdl: string): string =>
  print(
    visit(parse(sdl), {
      enter: (node) =>
        'description' in node && node.description ? { ...node, description: undefined } : undefined,
    }),
  );

/** What every agency's subgraph has, before it is named for one. */
export const agencyParts = (): DocumentNode[] =>
  readdirSync(join(root, 'schema', 'agency'))
    .sort()
    .map((file) => parse(projectFile(`schema/agency/${file}`)));

/** Every enum of a document, with its members in their order. */
export const enumsIn = (document: DocumentNode): ReadonlyMap<string, string[]> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(({ name, values = [] }) => [name.value, values.map((value) => value.name.value)]),
  );

const accessOn = (directives: readonly ConstDirectiveNode[] | undefined) =>
  directives?.filter(({ name }) => name.value === 'access').map((directive) => print(directive)) ?? [];

/** Every `@access` of a document as `coordinate directive`, such as `Suspect.id @access(class: OPEN)`. */
export const accessIn = (document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) => {
    if (!('fields' in definition) || !definition.name) return [];
    const type = definition.name.value;
    const onType = accessOn(definition.directives).map((directive) => `${type} ${directive}`);
    const onFields = (definition.fields ?? []).flatMap((field) => {
      const coordinate = `${type}.${field.name.value}`;
      const onArguments = ('arguments' in field ? (field.arguments ?? []) : []).flatMap((argument) =>
        accessOn(argument.directives).map(
          (directive) => `${coordinate}(${argument.name.value}:) ${directive}`,
        ),
      );
      return [...accessOn(field.directives).map((directive) => `${coordinate} ${directive}`), ...onArguments];
    });
    return [...onType, ...onFields];
  });

/** What of an agency's only some of its roles read, each by its coordinate, and the action that it takes. */
export const actionsOfReading = (agency: string): ReadonlyMap<string, string> => {
  const document = parse(builtSdl(agency));
  // Every receipt is of an agency's own type, not of an interface.
  const interfaces = new Set(
    document.definitions
      .filter(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION)
      .map((definition) => ('name' in definition ? definition.name?.value : undefined)),
  );
  return new Map(
    accessIn(document).flatMap((access) => {
      const [, coordinate, action] = /^(\S+) .*action: "(\w+)"/.exec(access) ?? [];
      return coordinate && action && !interfaces.has(coordinate.split('.')[0])
        ? [[coordinate, action] as const]
        : [];
    }),
  );
};
