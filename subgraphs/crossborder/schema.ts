import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { dossierIdForm, isDossierId } from '../../identity/agencies.ts';
import { callerError } from '../../server/errors.ts';

const sdl = () => readFileSync(new URL('../../schema/built/crossborder.graphql', import.meta.url), 'utf8');

/**
 * The roots that enter every agency at once. It owns no data and reads none: it answers an id, and the gateway then
 * asks the agencies for their halves in parallel.
 */
export const crossborderSchema = (): GraphQLSchema =>
  buildSubgraphSchema({
    typeDefs: parse(sdl()),
    resolvers: {
      Query: {
        suspect: (_source: unknown, { id }: { id: string }) => {
          if (!isDossierId(id)) {
            throw callerError('BAD_USER_INPUT', `\`id\` must be a dossier id of the form ${dossierIdForm}.`);
          }
          return { id };
        },
      },
    },
  });
