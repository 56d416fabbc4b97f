import { dirname, join } from 'node:path';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { assertedPart } from './asserted-part.ts';
import { type Documents, documentsIn } from './documents-in.ts';
import { eachOperation } from './each-operation.ts';
import type { Place } from './places.ts';

/** A source of TypeScript in the project. */
export interface SourceText {
  path: string;
  text: string;
}

/** An operation that counts, with the parts of it whose values somebody looks at. */
export interface Counted {
  /** The file and the operation's name. */
  name: string;
  size: number;
  asserted: OperationDefinitionNode[];
}

const isIn = (folder: string, { path }: SourceText): boolean => path.startsWith(`${folder}/`);

/** The files of the project that a source imports. */
const importedBy = ({ path, text }: SourceText): string[] =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, from = '']) => join(dirname(path), from));

/** The operations of a place that ask for something of the schema. */
export function countedIn(place: Place, sources: readonly SourceText[], schema: GraphQLSchema): Counted[] {
  const { folder, readers, showsAll = false } = place;
  const read = (source: SourceText): Documents => documentsIn(source.text, source.path, schema);
  const own = sources
    .filter((source) => isIn(folder, source))
    .map((source) => ({ source, imports: new Set(importedBy(source)), ...read(source) }));
  const words = new Set(
    sources
      .filter((source) => !isIn(folder, source) && readers?.some((reader) => isIn(reader, source)))
      .flatMap((source) => [...read(source).words]),
  );
  // A test also looks at what the documents answer that it imports.
  const ownWords = ({ source, words }: (typeof own)[number]) =>
    new Set(
      [{ words }, ...own.filter(({ imports }) => imports.has(source.path))].flatMap((each) => [
        ...each.words,
      ]),
    );
  return own.flatMap((file) => {
    const looked = readers ? words : ownWords(file);
    return file.documents
      .flatMap((document) => eachOperation(document, schema))
      .filter(({ size }) => size > 0)
      .map(({ operation, narrowed, size }) => ({
        name: `${file.source.path} ${operation.name?.value ?? ''}`.trim(),
        size,
        asserted: [operation, narrowed].flatMap(
          (each) => (showsAll ? each : assertedPart(each, looked)) ?? [],
        ),
      }));
  });
}
