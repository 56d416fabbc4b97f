import type { Work } from '../../records/requests/counted-request-step.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { hasCaseOf } from '../execution/demand-reading.ts';

/** Tells on how many of the dossiers that a request is about an officer works. */
export async function workOn(
  { dossier, others = [] }: Pick<RequestContents, 'dossier' | 'others'>,
  context: RequestContext,
): Promise<Work> {
  const ids = dossier === undefined ? [] : [dossier, ...others];
  const found = await Promise.all(ids.map((id) => context.loaders.found.load({ id, fields: ['cases'] })));
  const works = found.flatMap((each) => (each ? [hasCaseOf(context, { cases: each.cases ?? [] })] : []));
  if (works.every(Boolean)) return 'ALL';
  return works.some(Boolean) ? 'SOME' : 'NONE';
}
