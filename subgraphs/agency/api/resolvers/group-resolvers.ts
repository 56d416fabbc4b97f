import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { recordGroup } from '../../actions/record-group.ts';
import { recordedGroup, stepGroup } from '../../actions/step-group.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { markedTerms } from '../../records/formats/text/marked-terms.ts';
import { amendGroup } from '../../records/group/amend-group.ts';
import { readGroupInput } from '../../records/group/check-group.ts';
import { countersignGroup } from '../../records/group/countersign-group.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import { newGroup } from '../../records/group/new-group.ts';
import { recordFieldOf } from '../../records/history/record-field.ts';
import type { Membership } from '../../records/values/memberships.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';
import type { PageArguments } from '../paging/page-request.ts';
import { demandReadingGroup } from './group-rules.ts';
import { historyPage } from './history-page.ts';
import { sharingResolver } from './sharing-resolver.ts';

interface Target {
  group: string;
  version: number;
}

/** The description of a group that waits for a second officer. */
const waiting = ({ version, name, provenance: { unsigned } }: GroupRecord) =>
  unsigned
    ? {
        value: String(version),
        field: recordFieldOf.group,
        by: unsigned.by,
        since: unsigned.at,
        isFreeText: true,
        terms: markedTerms([name]),
      }
    : null;

const members = sharingResolver(
  'memberships.group',
  ({ _id }: GroupRecord) => _id,
  (dossier, group) => {
    const rank = dossier.memberships?.find((membership) => membership.group === group)?.rank;
    return { _id: dossier._id, rank, dossier };
  },
  'dossier',
);

/** Groups, and who belongs to them: a membership is recorded with the member's dossier, so both directions agree. */
export function groupResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, retention } = definition;
  const prefix = typePrefixOf(definition);

  return {
    RecordedGroup: {
      of: ({ group }: { group: GroupRecord }) => group._id,
      group: ({ group }: { group: GroupRecord }, _arguments: unknown, { reads }: RequestContext) => {
        // It came of the step and through no loader, which would have noted it.
        reads.noteGroup(group._id);
        return group;
      },
    },
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
    CriminalGroup: { __resolveType: () => `${prefix}Group` },
    [`${prefix}Group`]: {
      id: ({ _id }: GroupRecord) => _id,
      history: (group: GroupRecord, page: PageArguments, context: RequestContext) =>
        historyPage(group, page, context),
      waiting,
      members,
    },
    [`${prefix}Mutation`]: {
      recordGroup: async (_source: unknown, { input }: { input: unknown }, context: RequestContext) => {
        const author = authorOf(context, 'recordGroup', input);
        const read = readGroupInput(input, { today: author.at, retention });
        if ('problems' in read) return invalid(read.problems);
        const recording = newGroup(agency, read.group, author);
        return recordedGroup(await recordGroup(context.stores.groups, recording, author));
      },
      amendGroup: async (_source: unknown, { input }: { input: Target }, context: RequestContext) => {
        await demandReadingGroup(input.group, context);
        const author = authorOf(context, 'amendGroup', input);
        const { group: _id, version: _version, ...given } = input;
        return stepGroup(context, input, author, (before) => {
          const read = readGroupInput(given, { today: author.at, retention });
          return 'problems' in read
            ? read
            : amendGroup(before, read.group, author, context.permissions.openUntil);
        });
      },
      countersignGroup: async (
        _source: unknown,
        { input }: { input: Target & { neutrality: string } },
        context: RequestContext,
      ) => {
        demandGroundAbroad(context, 'countersignGroup');
        await demandReadingGroup(input.group, context);
        const author = authorOf(context, 'countersignGroup', input);
        return stepGroup(context, input, author, (before) => {
          const read = readReason(input.neutrality, 'neutrality');
          return 'problems' in read ? read : countersignGroup(before, author, read.text);
        });
      },
    },
  };
}
