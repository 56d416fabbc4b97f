import type { Model, mongo } from 'mongoose';
import type { PendingMessages } from '../../channel/out/pending-messages.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { pendingEvents } from './pending-events.ts';
import { type Countable, countPending, pendingIn, type Telling } from './pending-in.ts';
import { pendingOfErased } from './pending-of-erased.ts';

/** A place in an agency's records where messages wait for their numbers. */
export interface MessagePlace {
  pending: PendingMessages;
  /** The change events after which messages may wait there, as `$match` conditions. */
  events: readonly mongo.Document[];
  /** The collection whose records in which messages wait are counted. */
  counted?: Countable;
}

/** All such places of an agency. */
export interface MessagePlaces {
  pending: PendingMessages[];
  events: mongo.Document[];
  /** The records in which messages wait. */
  count(): Promise<number>;
}

/** The records of a collection, each with the messages that tell of its change. */
export const placeIn = <Record extends Telling>(
  model: Model<Record>,
  ...operations: string[]
): MessagePlace => ({
  pending: pendingIn(model),
  events: [{ 'ns.coll': model.collection.name, operationType: { $in: operations } }],
  counted: model,
});

/** Dossiers, and those that were erased. */
export const placesOfDossiers = ({ dossiers, departures }: AgencyModels): MessagePlace[] => [
  { pending: pendingIn(dossiers), events: pendingEvents(dossiers, departures), counted: dossiers },
  { pending: pendingOfErased(departures, dossiers), events: [] },
];

export const allPlaces = (places: readonly MessagePlace[]): MessagePlaces => ({
  pending: places.map(({ pending }) => pending),
  events: places.flatMap(({ events }) => events),
  count: countPending(...places.flatMap(({ counted }) => counted ?? [])),
});
