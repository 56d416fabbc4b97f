import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type LinkState, linkStates, type ReleaseState, releaseStates } from '../../../../terms/enums.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import {
  type DecisionRange,
  type DecisionRecord,
  dueBefore,
  nameInDossier,
  rangesOfReleases,
} from '../../records/decisions/decision-record.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Link } from '../../records/dossier/link.ts';
import { linkAt } from '../../records/dossier/links/link-at.ts';
import { linkState } from '../../records/dossier/links/link-state.ts';
import { stateOf as stateOfRelease } from '../../records/dossier/release.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import type { ToldRelease } from './releases-shown.ts';

/** A decision of a page, with the dossier that it is in and its place. */
interface Listed<Node> {
  node: Node;
  dossier: string;
  order: string;
}

/** A list of decisions: where they are kept in a dossier, and which of them are asked for. */
interface DecisionList<Node> {
  list: DecisionRecord['list'];
  field: 'releases' | 'links';
  /** Names the list with all that it is asked by. */
  name: string;
  ranges: readonly DecisionRange[];
  /** The decision in its dossier, if it still is one of those that are asked for. */
  nodeIn(dossier: DossierPart, of: string): Node | undefined;
}

async function pageOf<Node extends object>(
  { list, field, name, ranges, nodeIn }: DecisionList<Node>,
  page: PageArguments,
  { cursors, dossiers, loaders, stores }: RequestContext,
) {
  const request = await pageRequest(page, cursors, name);
  const { shown: listed, isMore } = await shownPage<DecisionRecord, Listed<Node>>(request, {
    read: (part) => stores.decisions.page(list, ranges, part),
    placeOf: ({ order }) => order,
    // It may have changed after the list was read.
    async show({ dossier: id, of, order }) {
      const dossier = await loaders.found.load({ id, fields: [field] });
      const node = dossier && nodeIn(dossier, of);
      if (!node) return undefined;
      dossiers.told(dossier);
      return { node, dossier: id, order };
    },
  });
  const { edges, pageInfo } = connectionOf(request, listed, ({ order }) => order, isMore);
  return {
    edges: edges.map(({ node: { node, dossier } }, index) => ({
      get cursor() {
        return edges[index]?.cursor;
      },
      node,
      dossier,
    })),
    nodes: listed.map(({ node }) => node),
    pageInfo,
  };
}

/** Those of a closed list that are asked for, in its order; all of them if none is named. */
const asked = <State extends string>(all: readonly State[], named: readonly State[] | null | undefined) =>
  all.filter((state) => named?.includes(state) ?? true);

const nameOf = (list: string, states: readonly string[], before: string | null | undefined) =>
  [list, states.join(), before ?? '-'].join(' ');

/** Ends ranges before a time. */
function endingBefore(ranges: DecisionRange[], before: string | null | undefined): DecisionRange[] {
  if (before == null) return ranges;
  const end = dueBefore(new Date(before));
  return ranges.map((range) => ({ ...range, to: range.to !== undefined && range.to < end ? range.to : end }));
}

/** The releases and links of all of an agency's dossiers, for the officers who decide on them. */
export function decisionResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const prefix = typePrefixOf(definition);
  const dossier = (
    edge: Listed<unknown>,
    _arguments: unknown,
    { loaders }: RequestContext,
    info: GraphQLResolveInfo,
  ) => loaders.dossier.load({ id: edge.dossier, fields: dossierFieldsAsked(info) });

  return {
    [`${prefix}Query`]: {
      releases: (
        _source: unknown,
        given: PageArguments & { states?: readonly ReleaseState[] | null; endingBefore?: string | null },
        context: RequestContext,
      ) => {
        const { now } = context;
        const states = asked(releaseStates, given.states);
        const list: DecisionList<ToldRelease> = {
          list: 'RELEASE',
          field: 'releases',
          name: nameOf('releases', states, given.endingBefore),
          ranges: endingBefore(
            states.flatMap((state) => rangesOfReleases(state, now)),
            given.endingBefore,
          ),
          nodeIn({ _id, releases }, of) {
            const release = releases?.find(({ id }) => id === of);
            return release && states.includes(stateOfRelease(release, now))
              ? { ...release, dossier: _id }
              : undefined;
          },
        };
        return pageOf(list, given, context);
      },
      links: (
        _source: unknown,
        given: PageArguments & { states?: readonly LinkState[] | null; lapsingBefore?: string | null },
        context: RequestContext,
      ) => {
        const states = asked(linkStates, given.states);
        const list: DecisionList<Link> = {
          list: 'LINK',
          field: 'links',
          name: nameOf('links', states, given.lapsingBefore),
          ranges: endingBefore(
            states.map((state) => ({ state })),
            given.lapsingBefore,
          ),
          nodeIn({ links }, of) {
            const link = links?.find((one) => nameInDossier(one) === of);
            const now = link && linkAt(link, context.now);
            return now && states.includes(linkState(now)) ? now : undefined;
          },
        };
        return pageOf(list, given, context);
      },
    },
    [`${prefix}ReleaseEdge`]: { dossier },
    [`${prefix}LinkEdge`]: { dossier },
  };
}
