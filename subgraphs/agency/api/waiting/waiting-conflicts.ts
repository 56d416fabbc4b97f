import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import { dueAfter } from '../../records/waiting/waiting-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import { type ListedMeasure, listedMeasure } from '../measures/listed-measure.ts';
import { checkOf } from '../measures/measure-check-resolvers.ts';
import { type Finder, itemOf, later } from './waiting-item.ts';

/** The measure of a conflict, for whoever works on its dossier and may read its plans; undefined once it is in none. */
async function inConflict(
  { dossier, measure: of }: CheckRecord,
  context: RequestContext,
): Promise<ListedMeasure | undefined> {
  const { loaders, permissions } = context;
  const part = await loaders.found.load({ id: dossier, fields: ['cases', 'measures'] });
  const isReadable =
    part && permissions.decide('CASE', part) === 'ALLOW' && permissions.decide('TACTICAL', part) === 'ALLOW';
  if (!isReadable || !worksOn(context, { cases: part.cases ?? [] })) return undefined;
  const found = await listedMeasure({ dossier, of }, context);
  if (!found) return undefined;
  const { state } = await checkOf({ ...found.measure, dossier: part }, context);
  return state === 'CONFLICT' ? found : undefined;
}

/** Conflicts wait for the supervisors of the measure's cases until its last day is over, and those of a dossier without cases for every supervisor who has none either. */
export const waitingConflicts: Finder = async ({ after, limit }, context) => {
  const { mandate, now, stores } = context;
  const part = { after: later(after, dueAfter(now)), limit };
  return (await stores.waiting.conflicts(mandate.case ?? [], part)).map((record) => {
    const { _id, dossier, endsAt: due, order = '', check } = record;
    const kind = 'MEASURE_TO_COORDINATE';
    const item = itemOf(kind, { id: `${_id} ${kind}`, since: check.changedAt ?? due, due }, context);
    return {
      order,
      async show() {
        const measure = await inConflict(record, context);
        return measure && { ...item, order, dossier, measure, __typename: 'WaitingMeasure' };
      },
    };
  });
};
