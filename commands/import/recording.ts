import { decideGroupImport } from '../../subgraphs/agency/actions/import/decide-group-import.ts';
import { decideImport, type GivenDossier } from '../../subgraphs/agency/actions/import/decide-import.ts';
import {
  type Decided,
  type Importer,
  writeImport,
} from '../../subgraphs/agency/actions/import/import-once.ts';
import type { OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
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
  { definition, imports: stores }: Pick<OpenedAgency, 'definition' | 'imports'>,
  importer: Importer,
): Pick<ImportSteps, 'decide' | 'write'> {
  const { imports, groups } = stores;
  return {
    decide(given) {
      const ofGroups = given.filter(isGroup);
      if (ofGroups.length > 0) return decideGroupImport(definition, groups, importer, ofGroups, new Date());
      const ofDossiers = given.filter((each): each is GivenDossier => !isGroup(each));
      return decideImport(definition, stores, importer, ofDossiers, new Date());
    },
    write: (decided) =>
      areOfGroups(decided) ? writeImport(groups, decided) : writeImport(imports, decided as OfDossiers),
  };
}
