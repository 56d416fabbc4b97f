import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import { candidatesField, isDossierId, othersThan, ownerOf } from '../../../../terms/agencies.ts';
import { decodeQuestion, encodeAnswer, type SearchQuestion } from '../../../../terms/search-exchange.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { candidatesOf, type ForeignDossier, type SealedCandidate } from './candidates-of.ts';
import type { Match } from './matches-of.ts';
import { searchRecords } from './search-records.ts';
import { tokensToCompare } from './tokens-to-compare.ts';

function asked(question: unknown): SearchQuestion {
  try {
    return decodeQuestion(question);
  } catch {
    throw callerError('BAD_USER_INPUT', 'This is not a search: ask `Query.searchSuspects`.');
  }
}

/** This agency's part of the search across agencies, and the comparison of another agency's dossier with its records. */
export function searchResolvers({ agency }: AgencyDefinition): Resolvers<RequestContext> {
  const prefix = typePrefixOf({ agency });
  const foreignDossiers = othersThan(agency).map((other) => [
    `${typePrefixOf({ agency: other })}Dossier`,
    {
      __resolveReference: ({ id, matchTokens }: { id: unknown; matchTokens?: unknown }) => ({
        id: isDossierId(id) && ownerOf(id) === other ? id : null,
        matchTokens: typeof matchTokens === 'string' ? matchTokens : null,
      }),
      [candidatesField(agency, other)]: (
        dossier: ForeignDossier,
        _arguments: unknown,
        context: RequestContext,
        info: GraphQLResolveInfo,
      ) => candidatesOf(dossier, context, info),
    },
  ]);

  return {
    [`${prefix}Search`]: {
      __resolveReference: ({ question }: { question: unknown }) => ({ question }),
      matches: async ({ question }: { question: unknown }, _arguments: unknown, context: RequestContext) =>
        encodeAnswer(await searchRecords(asked(question).criteria, context)),
    },
    [`${prefix}Dossier`]: {
      matchTokens: (dossier: DossierPart, _arguments: unknown, context: RequestContext) =>
        tokensToCompare(dossier, context),
    },
    ...Object.fromEntries(foreignDossiers),
    Candidate: {
      match: (match: Match) => ({ ...match, agency, score: 'score' in match ? match.score : null }),
      dossier: (match: Match, _arguments: unknown, { loaders }: RequestContext, info: GraphQLResolveInfo) =>
        'dossier' in match
          ? loaders.dossier.load({ id: match.dossier, fields: dossierFieldsAsked(info) })
          : null,
      hit: (match: Match) => ('hit' in match ? match.hit : null),
      evidence: ({ sealed }: SealedCandidate) => sealed ?? null,
    },
  };
}
