import type { Types } from '@graphql-codegen/plugin-helpers';
import { type DocumentNode, Kind, type TypeNode } from 'graphql';
import { eachHalf } from '../each-half.ts';

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** The fields of a suspect that lead to an agency's half, by a schema. */
export function halfFieldsOf({ definitions }: DocumentNode): string[] {
  const objects = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const dossiers = new Set(
    objects
      .filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === 'Dossier'))
      .map(({ name }) => name.value),
  );
  const suspect = objects.find(({ name }) => name.value === 'Suspect');
  return (suspect?.fields ?? []).flatMap(({ name, type }) =>
    dossiers.has(namedType(type)) ? [name.value] : [],
  );
}

/** The documents that a generator was given, each `halves` in them the half of every agency that the schema has. */
export const withEachHalf = (
  files: readonly Types.DocumentFile[],
  schema: DocumentNode,
): Types.DocumentFile[] => {
  const fields = halfFieldsOf(schema);
  return files.map((file) => (file.document ? { ...file, document: eachHalf(file.document, fields) } : file));
};
