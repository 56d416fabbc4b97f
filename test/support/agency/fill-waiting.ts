import type { mongo } from 'mongoose';
import { type DecisionRecord, placeOf } from '../../../subgraphs/agency/records/decisions/decision-record.ts';
import { boxOfWaiting } from '../../../subgraphs/agency/records/requests/waits-on-request.ts';
import { orderOf, type WaitingRecord } from '../../../subgraphs/agency/records/waiting/waiting-record.ts';
import { linkStates, releaseStates, waitingKinds } from '../../../terms/enums.ts';
import { inserted } from './many-dossiers.ts';

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

const states = [...releaseStates.filter((state) => state !== 'EXPIRED'), ...linkStates];

/** A release or a link of a dossier, in one state after another, that has ended or will. */
function decisionOn(dossier: string, index: number): DecisionRecord[] {
  const state = states[index % states.length];
  if (state === undefined) return [];
  const list = linkStates.some((one) => one === state) ? 'LINK' : 'RELEASE';
  const _id = `${dossier} ${list} V${index}`;
  const order = placeOf(daysAgo((index % 600) - 300), _id);
  return [{ _id, list, dossier, of: `V${index}`, state, order }];
}

/** A step that waits on each of these dossiers, of one kind after another, half of them on the demo's case; and some groups. */
export async function fillWaiting(db: mongo.Db, dossiers: readonly string[]): Promise<void> {
  const kinds = waitingKinds.filter(
    (kind) =>
      kind !== 'GROUP_TO_COUNTERSIGN' &&
      kind !== 'MESSAGE_PARKED' &&
      kind !== 'WIDELY_SHARED_TO_COUNTERSIGN' &&
      kind !== 'MEASURE_TO_COORDINATE' &&
      !(kind in boxOfWaiting),
  );
  const rows = dossiers.flatMap((dossier, index): WaitingRecord[] => {
    const kind = kinds[index % kinds.length];
    if (kind === undefined) return [];
    const _id = `${dossier} ${kind}`;
    const since = daysAgo(index % 300);
    const due = index % 4 < 2 ? { due: new Date(Date.now() + (1 + (index % 90)) * day) } : {};
    return [
      {
        _id,
        kind,
        dossier,
        cases: [index % 11 < 6 ? 'BY-2026-000001' : 'BY-2026-000099'],
        // Not by what decides the due day: else all steps of one day would be unreadable, and each page would look at them.
        needs: Math.floor(index / 90) % 5 === 0 ? ['CASE', 'VICTIM'] : ['CASE'],
        not: `officer-${(index % 40) + 3}`,
        since,
        ...due,
        order: orderOf({ due: due.due, since, id: _id }),
      },
    ];
  });
  await inserted(db, 'waiting', rows);
  await inserted(db, 'decisions', dossiers.flatMap(decisionOn));
  const groups = db.collection<{ _id: string }>('groups');
  for (const [index, { _id }] of (await groups.find().limit(30).toArray()).entries()) {
    const unsigned = { by: 'officer-9', at: daysAgo(index) };
    await groups.updateOne({ _id }, { $set: { 'provenance.unsigned': unsigned } });
  }
}
