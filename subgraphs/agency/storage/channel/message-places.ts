import type { mongo } from 'mongoose';
import type { PendingMessages } from '../../channel/out/pending-messages.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { pendingEvents } from './pending-events.ts';
import { countPending, pendingIn } from './pending-in.ts';
import { pendingOfErased } from './pending-of-erased.ts';

/** Where an agency's records keep messages that wait for their numbers. */
export interface MessagePlaces {
  /** The messages of each place. */
  pending: PendingMessages[];
  /** The change events after which messages may wait, as `$match` conditions. */
  events: mongo.Document[];
  /** The records in which messages wait. */
  count(): Promise<number>;
}

const changed = (
  { collection }: { collection: { name: string } },
  ...operations: string[]
): mongo.Document => ({
  'ns.coll': collection.name,
  operationType: { $in: operations },
});

/** All places of an agency: one more is named here, and nowhere else. */
export function messagePlaces({
  dossiers,
  departures,
  suspensions,
  requests,
  alerts,
  indicatorRounds,
  indicatorAnswers,
}: AgencyModels): MessagePlaces {
  return {
    pending: [
      pendingIn(dossiers),
      pendingOfErased(departures, dossiers),
      pendingIn(suspensions),
      pendingIn(requests),
      pendingIn(alerts),
      pendingIn(indicatorRounds),
      pendingIn(indicatorAnswers),
    ],
    events: [
      ...pendingEvents(dossiers, departures),
      changed(suspensions, 'insert', 'update'),
      changed(requests, 'update'),
      changed(alerts, 'update'),
      changed(indicatorRounds, 'insert'),
      changed(indicatorAnswers, 'insert'),
    ],
    count: countPending(dossiers, suspensions, requests, alerts, indicatorRounds, indicatorAnswers),
  };
}
