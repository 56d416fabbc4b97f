import { getIntrospectionQuery } from 'graphql';

const source = /"source":("(?:[^"\\]|\\.)*")/g;

/**
 * The texts of all operations that the page sends by itself, out of its generated module: officers who write no queries of their own
 * have these answered where the gateway answers known documents alone.
 */
export const ownDocuments = (generated: string): string[] => [
  ...[...generated.matchAll(source)].map(([, text = '""']) => JSON.parse(text) as string),
  // It reads the schema before anything else (playground/desk/known-schema.ts).
  getIntrospectionQuery(),
];
