import { decideGroupImport } from '../../subgraphs/agency/actions/import/decide-group-import.ts';
import { decideImport, type GivenDossier } from '../../subgraphs/agency/actions/import/decide-import.ts';
import {
  type Decided,
  type Importer,
  writeImport,
} from '../../subgraphs/agency/actions/import/import-once.ts';
import { matchUnder } from '../../subgraphs/agency/matching/match-under.ts';
import type { MatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import type { agencyModels } from '../../subgraphs/agency/storage/database/database.ts';
import { groupImportStore } from '../../subgraphs/agency/storage/stores/group-import-store.ts';
import { groupStore } from '../../subgraphs/agency/storage/stores/group-store.ts';
import { importStore } from '../../subgraphs/agency/storage/stores/import-store.ts';
import { isGroup } from './batches.ts';
import type { DecidedLine, ImportSteps } from './import-file.ts';

type OfGroups = readonly Decided<GroupRecord>[];
type OfDossiers = readonly Decided<DossierRecord>[];

/** A batch is of one kind; one in which nothing is to be recorded is of either. */
const areOfGroups = (decided: readonly DecidedLine[]): decided is OfGroups =>
  decided.some(
    ({ decision }) =>
      typeof decision === 'object' && 'record' in decision && !('handlingCode' in decision.record),
  );

/** The steps of an import that are taken on the agency's records. */
export function recording(
  models: Pick<ReturnType<typeof agencyModels>, 'dossiers' | 'groups' | 'history'>,
  definition: AgencyDefinition,
  importer: Importer,
  matchKeys: MatchKeys,
): Pick<ImportSteps, 'decide' | 'write'> {
  const imports = importStore(models, matchUnder(matchKeys));
  const groupImports = groupImportStore(models);
  const stores = { imports, groups: { ...groupStore(models), ...groupImports } };
  return {
    decide(given) {
      const ofGroups = given.filter(isGroup);
      if (ofGroups.length > 0)
        return decideGroupImport(definition, groupImports, importer, ofGroups, new Date());
      const ofDossiers = given.filter((each): each is GivenDossier => !isGroup(each));
      return decideImport(definition, stores, importer, ofDossiers, new Date());
    },
    write: (decided) =>
      areOfGroups(decided) ? writeImport(groupImports, decided) : writeImport(imports, decided as OfDossiers),
  };
}
