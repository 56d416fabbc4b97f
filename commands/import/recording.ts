import {
  type Importer,
  type Planned,
  writeImport,
} from '../../subgraphs/agency/actions/import/import-once.ts';
import { planGroupImport } from '../../subgraphs/agency/actions/import/plan-group-import.ts';
import { type GivenDossier, planImport } from '../../subgraphs/agency/actions/import/plan-import.ts';
import type { OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import { isGroup } from './batches.ts';
import type { ImportSteps, PlannedLine } from './import-file.ts';

type OfGroups = readonly Planned<GroupRecord>[];
type OfDossiers = readonly Planned<DossierRecord>[];

/** A batch is of one kind; one in which nothing is to be recorded is of either. */
const areOfGroups = (planned: readonly PlannedLine[]): planned is OfGroups =>
  planned.some(
    ({ plan }) => typeof plan === 'object' && 'record' in plan && !('handlingCode' in plan.record),
  );

/** The steps of an import that are taken on the agency's records. */
export function recording(
  { definition, imports: stores }: Pick<OpenedAgency, 'definition' | 'imports'>,
  importer: Importer,
): Pick<ImportSteps, 'plan' | 'write'> {
  const { imports, groups } = stores;
  return {
    plan(given) {
      const ofGroups = given.filter(isGroup);
      if (ofGroups.length > 0) return planGroupImport(definition, groups, importer, ofGroups, new Date());
      const ofDossiers = given.filter((each): each is GivenDossier => !isGroup(each));
      return planImport(definition, stores, importer, ofDossiers, new Date());
    },
    write: (planned) =>
      areOfGroups(planned) ? writeImport(groups, planned) : writeImport(imports, planned as OfDossiers),
  };
}
