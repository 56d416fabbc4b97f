import type { GraphQLResolveInfo } from 'graphql';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { SharingPath } from '../../storage/stores/dossier-store.ts';
import type { RequestContext } from '../context/request-context.ts';
import { classOfPath } from '../context/visible-dossiers.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageRequest } from '../paging/page-request.ts';
import { objectsOf } from '../work/work-limits.ts';

/** The field of a dossier that a path begins with. */
const fieldOf = (path: SharingPath) => path.split('.')[0] as DossierField;

const holds = (dossier: DossierPart, path: SharingPath, shared: string): boolean => {
  const [list, part] = path.split('.') as [DossierField, string];
  const values = (dossier[list] ?? []) as unknown as Record<string, unknown>[];
  return values.some((value) => value[part] === shared);
};

/**
 * From a shared thing to the dossiers that hold it, a page at a time. Whatever the number of things on the way, it is
 * one read for who holds them and one for the dossiers.
 * @param node what stands at each place of the page; the dossier itself unless it says otherwise
 */
export const sharingResolver =
  <Source, Node extends { _id: string }>(
    path: SharingPath,
    sharedOf: (source: Source) => string,
    node: (dossier: DossierPart, shared: string) => Node,
    ...toDossier: string[]
  ) =>
  async (
    source: Source,
    page: { first: number; after?: string | null },
    { cursors, loaders, permissions, work }: RequestContext,
    info: GraphQLResolveInfo,
  ) => {
    const shared = sharedOf(source);
    // Things of one kind are asked together, with one cursor for all of their lists; a group by its id.
    const list = path === 'memberships.group' ? `${path} ${shared}` : path;
    const request = await pageRequest(page, cursors, list);
    if (!work.made(objectsOf.sharingPage)) await work.whenFree();
    const ids = await loaders.sharing.load({ path, shared, after: request.after, limit: request.first + 1 });
    await work.reads(ids.length);
    const asked = new Set<DossierField>([
      fieldOf(path),
      ...dossierFieldsAsked(info, 'edges', 'node', ...toDossier),
      ...dossierFieldsAsked(info, 'nodes', ...toDossier),
    ]);
    const dossiers = await loaders.dossier.loadMany(
      ids.slice(0, request.first).map((id) => ({ id, fields: [...asked] })),
    );
    const found = dossiers.filter((dossier) => dossier !== undefined);
    // Between the two reads a release may have been recalled, or the thing taken out.
    const isShown = (dossier: DossierPart) =>
      permissions.decide(classOfPath[path], dossier) === 'ALLOW' && holds(dossier, path, shared);
    const failed = found.find((dossier) => dossier instanceof Error);
    if (failed) throw failed;
    return connectionOf(
      request,
      (found as DossierPart[]).filter(isShown).map((dossier) => node(dossier, shared)),
      ({ _id }) => _id,
      ids.length > request.first,
    );
  };
