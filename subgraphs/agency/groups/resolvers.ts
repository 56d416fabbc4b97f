import type { Resolvers } from '../../../schema/protected-schema.ts';
import { callerError } from '../../../server/errors.ts';
import { readGroupInput } from '../checks/check-group.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import { historyPage } from '../dossiers/history-resolvers.ts';
import type { Membership } from '../dossiers/values/conduct.ts';
import { invalid, stale, unknownRecord } from '../dossiers/writing/outcome.ts';
import { authorOf } from '../dossiers/writing/resolvers.ts';
import type { Author } from '../dossiers/writing/step.ts';
import { sharingResolver } from '../infrastructure/sharing-resolver.ts';
import type { PageArguments } from '../paging/connection.ts';
import { demandAction } from '../permissions/actions.ts';
import type { RecordRules } from '../permissions/guards.ts';
import { amendGroup } from './amend-step.ts';
import { newGroup } from './new-group.ts';
import type { GroupRecord } from './record.ts';

/** Groups, and who belongs to them: a membership is recorded with the member's dossier, so both directions agree. */
export function groupResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, retention } = definition;
  const prefix = typePrefixOf(definition);
  const recorded = (group: GroupRecord) => ({ __typename: 'RecordedGroup' as const, group });
  /** The same key must mean the same request, or an answer would be for what was not asked. */
  const sameRequest = (group: GroupRecord, fingerprint: string | undefined, author: Author) => {
    if (fingerprint === author.idempotency.fingerprint) return recorded(group);
    throw callerError('IDEMPOTENCY_KEY_REUSED', 'This idempotency-key was sent with another request before.');
  };

  return {
    RecordedGroup: {
      id: ({ group }: { group: GroupRecord }) => group._id,
      group: ({ group }: { group: GroupRecord }, _arguments: unknown, { reads }: RequestContext) => {
        // It came of the step and through no loader, which would have noted it.
        reads.noteGroup(group._id);
        return group;
      },
    },
    RecordGroupResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    [`${prefix}Query`]: {
      group: (_source: unknown, { id }: { id: string }, { loaders }: RequestContext) =>
        loaders.group.load(id),
      articles: () => definition.criminalCode.map((article) => ({ ...article, agency })),
      provisions: () => definition.provisions.map((provision) => ({ ...provision, agency })),
    },
    Membership: {
      group: ({ group }: Membership, _arguments: unknown, { loaders }: RequestContext) =>
        loaders.group.load(group),
    },
    CriminalGroup: {
      id: ({ _id }: GroupRecord) => _id,
      history: (group: GroupRecord, page: PageArguments, context: RequestContext) =>
        historyPage(group, page, context),
      members: sharingResolver(
        'memberships.group',
        ({ _id }: GroupRecord) => _id,
        (dossier, group) => {
          const rank = dossier.memberships?.find((membership) => membership.group === group)?.rank;
          return { _id: dossier._id, rank, dossier };
        },
        'dossier',
      ),
    },
    [`${prefix}Mutation`]: {
      recordGroup: async (_source: unknown, { input }: { input: unknown }, context: RequestContext) => {
        demandAction(context.viewer, agency, 'recordGroup');
        const author = authorOf(context, 'recordGroup', input);
        const read = readGroupInput(input, { today: author.at, retention });
        if ('problems' in read) return invalid(read.problems);
        const recording = newGroup(agency, read.group, author);
        const { groups } = context.stores;
        if (await groups.insert(recording)) return recorded(recording.group);
        const before = await groups.recordedWith(recording.group.recordedWith);
        if (!before) throw new Error('a recorded group has gone');
        const answer = sameRequest(before, before.recordedFingerprint, author);
        await groups.confirm(before._id);
        return answer;
      },
      amendGroup: async (
        _source: unknown,
        { input }: { input: { group: string; version: number } },
        context: RequestContext,
      ) => {
        demandAction(context.viewer, agency, 'amendGroup');
        // Whether there is such a group, and at which version, is for those who may read groups.
        const { verdicts, remedy } = context.permissions;
        if (verdicts.of.CASE === 'DENY')
          throw callerError('FORBIDDEN', remedy(verdicts.reasons.CASE ?? 'ROLE', { class: 'CASE' }).remedy);
        const author = authorOf(context, 'amendGroup', input);
        const { group: id, version, ...given } = input;
        const { groups } = context.stores;
        // Once more where another officer was quicker: with the same request, which is then answered as it was.
        for (;;) {
          const [[before], taken] = await Promise.all([groups.byIds([id]), groups.taken(id, author)]);
          if (!before) return unknownRecord(id);
          if (taken) {
            const answer = sameRequest(before, taken.idempotency.fingerprint, author);
            await groups.confirm(id);
            return answer;
          }
          if (before.version !== version) return stale(before.version);
          const read = readGroupInput(given, { today: author.at, retention });
          if ('problems' in read) return invalid(read.problems);
          const amended = amendGroup(before, read.group, author);
          if (await groups.replace(amended, version)) return recorded(amended.group);
        }
      },
    },
  };
}

/**
 * Where policy leaves groups to the record, a group can be read by whom one of its members' dossiers allows it: who may
 * see no membership must not learn that the group is known.
 */
async function isShownByMember(id: string, { loaders }: RequestContext): Promise<boolean> {
  const members = await loaders.sharing.load({
    path: 'memberships.group',
    shared: id,
    after: undefined,
    limit: 1,
  });
  return members.length > 0;
}

export const groupRules = (definition: AgencyDefinition): RecordRules => ({
  [`${typePrefixOf(definition)}Query.group`]: (_source, { id }, context) =>
    isShownByMember(id as string, context),
  'RecordedGroup.group': (source, _arguments, context) =>
    isShownByMember((source as { group: GroupRecord }).group._id, context),
});
