import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { ownerOf } from '../../../../terms/agencies.ts';
import { ownerOfGroup } from '../../../../terms/node-id.ts';
import { releaseIdOf, releaseNamed } from '../../../../terms/release-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { entityFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { noteDeniedNode } from '../execution/note-denied-node.ts';
import { releasesShown, type ToldRelease } from './releases-shown.ts';

/** An object as the gateway represents it: a dossier by its `id` where another agency has told of it, all else by `node`. */
interface Reference {
  id?: unknown;
  node?: unknown;
}

/**
 * The objects of this agency that `Query.node` asks for. Each comes through the gate that it has everywhere: a viewer who may not know
 * of one is answered as if there were none. A representation can be anything, so only ids of this agency's objects are looked up.
 */
export function nodeResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);
  const isOwn = (id: unknown): id is string => typeof id === 'string' && ownerOf(id) === agency;

  // The library's type of resolvers knows nothing of the three arguments of a reference's.
  return {
    [`${prefix}Dossier`]: {
      __resolveReference: ({ id, node }: Reference, context: RequestContext, info: GraphQLResolveInfo) => {
        const asked = node ?? id;
        if (node !== undefined && noteDeniedNode(context, 'OPEN')) return null;
        if (!isOwn(asked)) return null;
        return context.loaders.dossier.load({
          id: asked,
          fields: entityFieldsAsked(info, `${prefix}Dossier`),
        });
      },
      node: ({ _id }: DossierPart) => _id,
    },
    [`${prefix}Group`]: {
      __resolveReference: ({ node }: Reference, { loaders }: RequestContext) =>
        typeof node === 'string' && ownerOfGroup(node) === agency ? loaders.group.load(node) : null,
      node: ({ _id }: GroupRecord) => _id,
    },
    [`${prefix}Release`]: {
      __resolveReference: async ({ node }: Reference, context: RequestContext) => {
        if (noteDeniedNode(context, 'OPEN')) return null;
        const named = releaseNamed(node);
        if (!named || !isOwn(named.dossier)) return null;
        const dossier = await context.loaders.found.load({ id: named.dossier, fields: ['releases'] });
        if (!dossier) return null;
        const shown = releasesShown(dossier, context)?.find(({ id }) => id === named.release);
        // The id of a release that is not shown tells nothing of its dossier.
        if (shown) context.dossiers.told(dossier);
        return shown ?? null;
      },
      id: ({ dossier, id }: ToldRelease) => releaseIdOf({ dossier, release: id }),
      node: ({ dossier, id }: ToldRelease) => releaseIdOf({ dossier, release: id }),
    },
  } as Resolvers<RequestContext>;
}
