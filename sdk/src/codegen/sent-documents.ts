import type { Types } from '@graphql-codegen/plugin-helpers';
import {
  concatAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { identified } from './identified.ts';
import { fragmentsOf, type Source } from './selection.ts';
import { demandMarks } from './withholdable-by.ts';

/**
 * The documents that a generator was given, as one, with what the client needs added.
 * @throws Error for a schema that does not say what can be withheld
 */
export function readDocuments(
  schema: GraphQLSchema,
  files: readonly Types.DocumentFile[],
): { document: DocumentNode; source: Source } {
  demandMarks(schema);
  const all = concatAST(files.flatMap((file) => (file.document ? [file.document] : [])));
  const { document, added } = identified(all, schema);
  return { document, source: { schema, fragments: fragmentsOf(document), added } };
}

/** An operation with the fragments that it needs and no others, and the text in which it is sent. */
export function sentOf(
  operation: OperationDefinitionNode,
  source: Source,
): { document: DocumentNode; text: string } {
  const needed = new Map<string, FragmentDefinitionNode>();
  const need = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = source.fragments.get(name.value);
        if (!fragment || needed.has(name.value)) return;
        needed.set(name.value, fragment);
        need(fragment);
      },
    });
  need(operation);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...needed.values()] };
  return { document, text: stripIgnoredCharacters(print(document)) };
}
