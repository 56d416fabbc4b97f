import { type Connection, type Model, Schema } from 'mongoose';
import type { Message } from '../../records/messages/message.ts';
import { storedIn } from './stored-in.ts';
import { storedMessage } from './stored-message.ts';

/** Messages about a dossier that is gone: a record that is deleted cannot hold them itself. */
export interface DepartureRecord {
  /** The dossier. */
  _id: string;
  messages: Message[];
}

const departureSchema = new Schema<DepartureRecord>(
  { _id: { type: String, required: true }, messages: [storedMessage] },
  storedIn('departures'),
);
// Messages of erased dossiers, oldest first.
departureSchema.index({ 'messages.id': 1 }, { name: 'departure_messages' });

export const departureModel = (connection: Connection): Model<DepartureRecord> =>
  connection.model<DepartureRecord>('Departure', departureSchema);
