import type { Logger } from '../../../server/log.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { type MarkedRecords, markedRecords } from '../marked/records.ts';
import { markedAgency } from './agency.ts';
import { type Composed, composed } from './composed.ts';

type Database = Awaited<ReturnType<typeof markedAgency>>;

export interface MarkedFederation extends Composed {
  databases: { BELARUS: Database; RUSSIA: Database };
}

/** The whole federation over two fresh databases, in which there is a dossier in every state. */
export async function markedFederation(
  options: {
    log?: Logger;
    /** What each agency has; a dossier in every state unless it is said. */
    records?: (agency: DemoAgency) => MarkedRecords;
    /** What is otherwise about the agencies, and about where they keep their records. */
    change?: (definition: AgencyDefinition) => AgencyDefinition;
    changeStores?: (stores: Stores) => Stores;
  } = {},
): Promise<MarkedFederation> {
  const { log, records = markedRecords } = options;
  const { change = (definition) => definition, changeStores = (stores) => stores } = options;
  const databases = {
    BELARUS: await markedAgency(belarus, records('BELARUS')),
    RUSSIA: await markedAgency(russia, records('RUSSIA')),
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
