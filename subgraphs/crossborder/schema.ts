import type { GraphQLSchema } from 'graphql';
import { dossierIdForm, isDossierId } from '../../identity/agencies.ts';
import { subgraphSchema } from '../../schema/protected-schema.ts';
import { callerError } from '../../server/errors.ts';
import { questionOf } from './visibility.ts';

/**
 * The roots that enter every agency at once. It owns no data and reads none: it answers an id, and the gateway then
 * asks the agencies for their halves in parallel.
 */
export const crossborderSchema = (): GraphQLSchema =>
  subgraphSchema('crossborder', {
    Query: {
      suspect: (_source: unknown, { id }: { id: string }) => {
        if (!isDossierId(id)) {
          throw callerError('BAD_USER_INPUT', `\`id\` must be a dossier id of the form ${dossierIdForm}.`);
        }
        return { id };
      },
      visibility: (_source: unknown, asked: Parameters<typeof questionOf>[0]) => questionOf(asked),
    },
  });
