import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { ParkedMessage, PeerState } from '../../channel/upkeep/channel-state.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** The event in a text that was signed; null for a text that is none. */
function eventIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The state of the channel, and the actions on parked messages. */
export function channelResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);
  return {
    [`${prefix}Query`]: {
      channel: (_source: unknown, _arguments: unknown, { stores }: RequestContext) =>
        Promise.all(
          agencyNames.filter((other) => other !== agency).map((other) => stores.channel.peer(other)),
        ),
    },
    [`${prefix}Mutation`]: {
      tryMessageAgain: async (
        _source: unknown,
        { input: { from, message } }: { input: { from: Agency; message: string } },
        context: RequestContext,
      ) => {
        const result = await context.stores.parked.tryAgain({ from, id: message });
        if (!result) return unknownRecord(message);
        return {
          __typename: 'TriedMessage',
          of: message,
          isApplied: result === 'APPLIED',
          reason: result === 'APPLIED' ? null : result.parked,
        };
      },
      dismissMessage: async (
        _source: unknown,
        { input: { from, message, reason } }: { input: { from: Agency; message: string; reason: string } },
        context: RequestContext,
      ) => {
        const read = readReason(reason);
        if ('problems' in read) return invalid(read.problems);
        const { parked } = context.stores;
        const became = await parked.dismiss({ from, id: message }, context.viewer.subject, read.text);
        return became
          ? { __typename: 'DismissedMessage', of: message, isDismissed: became === 'DISMISSED' }
          : unknownRecord(message);
      },
    },
    ChannelPeer: {
      parked: async (
        { agency: sender }: PeerState,
        page: PageArguments,
        { cursors, stores }: RequestContext,
      ) => {
        const request = await pageRequest(page, cursors, `parked ${sender}`);
        const after = request.after === undefined ? undefined : Number(request.after);
        const found = await stores.channel.parked(sender, { after, limit: request.first + 1 });
        return connectionOf(request, found, ({ number }) => String(number));
      },
    },
    ParkedMessage: { data: ({ data }: ParkedMessage) => eventIn(data) },
  };
}
