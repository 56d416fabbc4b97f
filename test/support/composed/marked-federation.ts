import type { Logger } from '../../../server/log.ts';
import type { Stores } from '../../../subgraphs/agency/context.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/definition.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { markedRecords } from '../marked/records.ts';
import { markedDatabase } from './agency.ts';
import { type Composed, composed } from './composed.ts';

type Database = Awaited<ReturnType<typeof markedDatabase>>;

export interface MarkedFederation extends Composed {
  databases: { BELARUS: Database; RUSSIA: Database };
}

/** The whole federation over two fresh databases, in which there is a dossier in every state. */
export async function markedFederation(
  options: {
    log?: Logger;
    /** What is otherwise about the agencies, and about where they keep their records. */
    change?: (definition: AgencyDefinition) => AgencyDefinition;
    changeStores?: (stores: Stores) => Stores;
  } = {},
): Promise<MarkedFederation> {
  const { log, change = (definition) => definition, changeStores = (stores) => stores } = options;
  const databases = {
    BELARUS: await markedDatabase(belarus, markedRecords('BELARUS')),
    RUSSIA: await markedDatabase(russia, markedRecords('RUSSIA')),
  };
  const federation = await composed(
    {
      BELARUS: { definition: change(belarus), stores: changeStores(databases.BELARUS.stores) },
      RUSSIA: { definition: change(russia), stores: changeStores(databases.RUSSIA.stores) },
    },
    log,
  );
  return {
    ...federation,
    databases,
    async stop() {
      await federation.stop();
      for (const database of Object.values(databases)) await database.stop();
    },
  };
}
