import type { mongo } from 'mongoose';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';

export interface Migration {
  /** The day it was written and what it is about; where it stands in the order is a matter of `list.ts`. */
  name: string;
  /**
   * docs/databases.md has the rules that it must keep.
   * @param naming the names that the agency gives now to what its dossiers share
   */
  up(db: mongo.Db, naming: NodeNaming): Promise<void>;
}
