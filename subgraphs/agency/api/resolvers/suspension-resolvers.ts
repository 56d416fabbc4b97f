import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { isSubject, longestSubject } from '../../../../terms/viewer.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { refuse } from '../../records/problem.ts';
import type { SuspensionRecord, SuspensionStep } from '../../records/suspensions/suspension-record.ts';
import { mostADay } from '../../records/suspensions/suspensions-in-a-day.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

const subjectProblems = (subject: string, viewer: string) => {
  if (subject === '') return refuse('MISSING', 'must not be empty', 'subject').problems;
  // Nobody else might be left who could let them in again.
  if (subject === viewer)
    return refuse('SAME_OFFICER', 'You cannot suspend yourself: ask another supervisor.', 'subject').problems;
  if (subject.length > longestSubject)
    return refuse('TOO_LONG', `must be at most ${longestSubject} characters`, 'subject').problems;
  return isSubject(subject) ? [] : refuse('MALFORMED', 'must be the `sub` of a token', 'subject').problems;
};

const notReinstated = {
  SAME_OFFICER:
    'You suspended this officer, so you cannot reinstate them: ask another supervisor or overseer.',
  TOO_MANY: `You have reinstated ${mostADay} officers in a day: wait for the next day, or ask another supervisor or overseer.`,
};

/** Officers who are kept out of the system, at once and until another officer lets them in again. */
export function suspensionResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);
  return {
    [`${prefix}Query`]: {
      suspensions: async (
        _source: unknown,
        { inForce, ...page }: PageArguments & { inForce: boolean },
        { cursors, stores }: RequestContext,
      ) => {
        const request = await pageRequest(page, cursors, inForce ? 'suspensions in force' : 'suspensions');
        const limit = request.first + 1;
        const found = await stores.suspensions.page(agency, { inForce, before: request.after, limit });
        return connectionOf(request, found, ({ _id }) => _id);
      },
    },
    [`${prefix}Mutation`]: {
      suspendOfficer: async (
        _source: unknown,
        { input }: { input: { subject: string; reason: string } },
        { viewer, stores, now }: RequestContext,
      ) => {
        const subject = stores.suspensions.subjectOf(input.subject.trim());
        const reason = readReason(input.reason);
        const problems = [
          ...subjectProblems(subject, viewer.subject),
          ...('problems' in reason ? reason.problems : []),
        ];
        if (problems.length > 0 || 'problems' in reason) return invalid(problems);
        const order = { by: viewer.subject, reason: reason.text, at: now };
        const result = await stores.suspensions.suspend(agency, subject, order);
        if ('suspended' in result) return { __typename: 'RecordedSuspension', suspension: result.suspended };
        return invalid(
          refuse(
            'TOO_MANY',
            `You have suspended ${mostADay} officers in a day: wait for the next day, or ask another supervisor or overseer.`,
            'subject',
          ).problems,
        );
      },
      reinstateOfficer: async (
        _source: unknown,
        { input }: { input: { suspension: string; reason: string } },
        { viewer, stores, now }: RequestContext,
      ) => {
        const reason = readReason(input.reason);
        if ('problems' in reason) return invalid(reason.problems);
        const order = { by: viewer.subject, reason: reason.text, at: now };
        const result = await stores.suspensions.reinstate(agency, input.suspension, order);
        if ('reinstated' in result)
          return { __typename: 'RecordedSuspension', suspension: result.reinstated };
        if (result.refused === 'UNKNOWN') return unknownRecord(input.suspension);
        return invalid(refuse(result.refused, notReinstated[result.refused], 'suspension').problems);
      },
    },
    SuspensionOrder: {
      by: ({ by }: SuspensionStep) => by ?? '',
      reason: ({ reason }: SuspensionStep) => reason ?? '',
    },
    Suspension: {
      further: ({ further }: SuspensionRecord) => further ?? [],
      id: ({ _id }: SuspensionRecord) => _id,
      at: ({ suspended }: SuspensionRecord) => suspended.at,
      by: ({ suspended }: SuspensionRecord) => suspended.by ?? '',
      reason: ({ suspended }: SuspensionRecord) => suspended.reason ?? '',
      reinstatedAt: ({ reinstated }: SuspensionRecord) => reinstated?.at,
      reinstatedBy: ({ reinstated }: SuspensionRecord) => reinstated?.by,
      reinstatedReason: ({ reinstated }: SuspensionRecord) => reinstated?.reason,
    },
  };
}
