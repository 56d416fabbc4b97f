import type { Agency } from '../../../../terms/agencies.ts';
import type { OperationState } from '../../../../terms/enums.ts';
import type { Message } from '../messages/message.ts';
import type { TakenStep } from '../requests/request-record.ts';
import type { JointOperation } from './half/joint-operation.ts';
import type { OperationWaitingKind } from './waits-on-operation.ts';

/** An agency's half of a joint operation as it is stored, with the columns that lists and jobs look for; these follow from it, see `withColumns`. */
export interface OperationRecord {
  _id: string;
  version: number;
  /** The other agency. */
  other: Agency;
  /** The place among others: the time at which it came into this database. */
  place: string;
  operation: JointOperation;
  /** The state as far as it is written. */
  state: OperationState;
  /** Those who may know of it, see `listsOf`. */
  lists: string[];
  /** The code name, as long as this agency has given it to the operation, and so gives it to no other. */
  name?: string;
  /** The next moment at which time changes it; absent where none does. */
  due?: Date;
  /** The moment since which it is over; absent while it is not. */
  over?: Date;
  /** The moment at which one that was agreed on ended; absent while it goes on. */
  ended?: Date;
  /** The step that waits for an officer of this agency; absent where none does. */
  waits?: OperationWaitingKind;
  /** The officer for whom it does not wait. */
  not?: string;
  /** The place among all that waits, see `orderOf`. */
  order?: string;
  /** The dossiers and measures, `<dossier> <measure>`, that it tells of; absent once the half is closed. */
  measures?: string[];
  /** The dossiers whose measures are noted as measures of this operation. */
  scoped?: string[];
  /** The dossiers that have releases for it which may still open something. */
  releasing?: string[];
  /** The officer's request that proposed it. */
  proposedWith?: string;
  taken: TakenStep[];
  /** Messages that wait for their numbers. */
  pending?: Message[];
}

/** A record without the columns that follow from it. */
export type OperationContents = Omit<
  OperationRecord,
  'state' | 'lists' | 'name' | 'due' | 'over' | 'ended' | 'measures' | 'waits' | 'not' | 'order'
>;
