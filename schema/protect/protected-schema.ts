import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { SettingsError } from '../../server/settings.ts';
import { accessProblems } from './access.ts';
import { executableSchema, type Resolvers } from './executable-schema.ts';
import { setScalars } from './set-scalars.ts';

export type { Resolvers } from './executable-schema.ts';

/**
 * @throws SettingsError naming every field that is not protected as it must be; without this check one forgotten
 *   directive would be an open field
 */
export function protectedSchema<Context>(sdl: string, resolvers: Resolvers<Context>): GraphQLSchema {
  const schema = executableSchema(sdl, resolvers);
  setScalars(schema);
  const problems = accessProblems(schema);
  if (problems.length > 0) throw new SettingsError(`the schema is not protected: ${problems.join('; ')}`);
  return schema;
}

/** The executable schema of a subgraph, over its built SDL. */
export const subgraphSchema = <Context>(subgraph: string, resolvers: Resolvers<Context>): GraphQLSchema =>
  protectedSchema(readFileSync(new URL(`../built/${subgraph}.graphql`, import.meta.url), 'utf8'), resolvers);
