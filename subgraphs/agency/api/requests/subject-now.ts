import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { inTurn } from '../../records/in-turn.ts';
import type { RequestContents } from '../../records/requests/request-record.ts';
import type { Stores } from '../../storage/stores/stores.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { ShownRequest } from './shown-request.ts';

/** The most cases whose officers are asked: each dossier's in turn, so that none takes the place of another's. */
const mostCases = 100;

/**
 * A request whose form was found in order, with its subject as it is known now. A warning's reference may have come to be known since the
 * request arrived, and stands for all dossiers that hold what it warns of: the officers of all their cases are asked.
 * @returns and whether others than those of the one dossier are asked
 */
export async function subjectNow(
  request: RequestContents,
  { findSubject, writes }: Pick<Stores, 'findSubject' | 'writes'>,
): Promise<{ found: RequestContents; isShared: boolean }> {
  const { half, content, other } = request;
  if (half.side !== 'ANSWERER') return { found: request, isShared: false };
  const now =
    'reference' in content.subject ? await findSubject(other, content, half.receivedAt) : { isHeld: false };
  const dossier = request.dossier ?? now.dossier;
  // Not to be told of, its lists lose it: in them are the cases of what was found alone.
  if (dossier === undefined) return { found: request, isShared: false };
  const all = [
    ...new Set([dossier, ...(now.dossier === undefined ? [] : [now.dossier]), ...(now.others ?? [])]),
  ];
  const read = await Promise.all(all.map((id) => writes.read(id)));
  const [own = [], ...others] = read.map((each) => each?.cases ?? []);
  const isNew = request.dossier === undefined;
  return {
    found: {
      ...request,
      dossier,
      ...(all.length > 1 && { others: all.slice(1) }),
      cases: inTurn([own, ...others]).slice(0, mostCases),
      half: isNew ? { ...half, isFound: true, isHeld: now.isHeld } : half,
    },
    isShared: others.flat().some((number) => !own.includes(number)),
  };
}

/** A request with the dossier that its officer reads in the place of another one that holds the same: an answer is about that one. */
export async function withOwnDossier(
  request: RequestContents,
  dossier: DossierRecord | null,
  shown: ShownRequest | undefined,
  { stores }: RequestContext,
): Promise<{ request: RequestContents; dossier: DossierRecord | null }> {
  const own = shown?.dossier;
  const { dossier: first, others = [] } = request;
  if (own === undefined || first === undefined || own === first) return { request, dossier };
  const rest = [first, ...others.filter((id) => id !== own)];
  return { request: { ...request, dossier: own, others: rest }, dossier: await stores.writes.read(own) };
}
