import type { agencyModels } from '../../subgraphs/agency/database.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/definition.ts';
import {
  decideImport,
  type Importer,
  writeImport,
} from '../../subgraphs/agency/dossiers/writing/import-dossiers.ts';
import { importStore } from '../../subgraphs/agency/dossiers/writing/import-store.ts';
import { groupStore } from '../../subgraphs/agency/groups/store.ts';
import { matchUnder } from '../../subgraphs/agency/matching/match-under.ts';
import type { MatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import type { ImportSteps } from './import-file.ts';

/** The steps of an import that are taken on the agency's records. */
export function recording(
  { dossiers, groups }: Pick<ReturnType<typeof agencyModels>, 'dossiers' | 'groups'>,
  definition: AgencyDefinition,
  importer: Importer,
  matchKeys: MatchKeys,
): Pick<ImportSteps, 'decide' | 'write'> {
  const stores = { imports: importStore(dossiers, matchUnder(matchKeys)), groups: groupStore(groups) };
  return {
    decide: (given) => decideImport(definition, stores, importer, given, new Date()),
    write: (decided) => writeImport(stores.imports, decided),
  };
}
