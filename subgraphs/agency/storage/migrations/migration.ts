import type { mongo } from 'mongoose';

export interface Migration {
  /** The day it was written and what it is about; where it stands in the order is a matter of `list.ts`. */
  name: string;
  /** docs/databases.md has the rules that it must keep. */
  up(db: mongo.Db): Promise<void>;
}
