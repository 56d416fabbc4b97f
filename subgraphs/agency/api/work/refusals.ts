import type { GraphQLError } from 'graphql';
import { callerError } from '../../../../server/errors.ts';
import type { NoTurn } from '../../../../server/standstill/lane.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { workLimits } from './work-limits.ts';

/** The refusals of work that is too much, with the agency in `extensions.agency`. */
export const refusals = {
  tooLarge: (agency: Agency): GraphQLError =>
    callerError(
      'QUERY_TOO_LARGE',
      `The answer of ${agency} would be too large: one may have ${workLimits.objects} objects and ${workLimits.characters} characters. Ask for shorter pages, or fewer lists and fields.`,
      { agency },
    ),
  spent: (agency: Agency): GraphQLError =>
    callerError(
      'TOO_MANY_REQUESTS',
      `${agency} has done as much for you as it does for one officer in a minute. Ask again in a minute, or for less at once.`,
      { agency },
    ),
  noTurn: (agency: Agency, reason: NoTurn): GraphQLError =>
    reason === 'OWN'
      ? callerError(
          'TOO_MANY_REQUESTS',
          `${agency} is answering other requests of yours. Wait for them, or ask for less at once.`,
          { agency },
        )
      : callerError(
          'UNAVAILABLE',
          `${agency} is busy with other large requests. Try again, or ask for less at once.`,
          { agency },
        ),
};
