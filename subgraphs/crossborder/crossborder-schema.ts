import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../../schema/protect/protected-schema.ts';
import { callerError } from '../../server/errors.ts';
import { dossierIdForm } from '../../terms/agencies.ts';
import type { Language } from '../../terms/enums.ts';
import { nodeIdForms, nodeTypeOf } from '../../terms/node-id.ts';
import { dossierAskedFor, suspectIdForm, suspectIdOf } from '../../terms/suspect-id.ts';
import type { CrossborderContext } from './crossborder-context.ts';
import { questionOf } from './question-of.ts';
import { type SearchOptions, searchResolvers } from './search/search-resolvers.ts';
import { titledLists } from './titled-lists.ts';

export type CrossborderOptions = Pick<SearchOptions, 'cursorKey'> & Partial<SearchOptions>;

/**
 * The roots that enter every agency at once. It owns no data and reads none: it answers what the agencies are to be asked,
 * the gateway asks them in parallel, and of a search it merges what they answered.
 */
export const crossborderSchema = ({
  cursorKey,
  today = () => new Date(),
}: CrossborderOptions): GraphQLSchema => {
  const search = searchResolvers({ cursorKey, today });
  return subgraphSchema<CrossborderContext>('crossborder', {
    ...search,
    Query: {
      ...search.Query,
      suspect: (_source: unknown, { id }: { id: string }) => {
        const dossier = dossierAskedFor(id);
        if (dossier === undefined) {
          const forms = `a dossier id of the form ${dossierIdForm} or a suspect's of the form ${suspectIdForm}`;
          throw callerError('BAD_USER_INPUT', `\`id\` must be ${forms}.`);
        }
        return { id: suspectIdOf(dossier) };
      },
      node: (_source: unknown, { id }: { id: string }) => {
        const __typename = nodeTypeOf(id);
        if (__typename === undefined)
          throw callerError(
            'BAD_USER_INPUT',
            `\`id\` must have one of these forms: ${nodeIdForms.join(', ')}.`,
          );
        // Of its owner alone can more be had: whether there is one, and for whom.
        return { __typename, id, node: id };
      },
      visibility: (
        _source: unknown,
        asked: Parameters<typeof questionOf>[0],
        { chargeReading }: CrossborderContext,
      ) => questionOf(asked, chargeReading),
      titles: (_source: unknown, { language }: { language: Language }) => titledLists(language),
    },
  });
};
