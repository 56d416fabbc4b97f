import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import type { CheckContext } from '../../records/checks/check-dossier.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { RequestContext } from './request-context.ts';

/**
 * The knowledge of the checks beside the values that an officer gives.
 * @param dossier what will still be held beside what is added
 */
export const checkContextOf = (
  { criminalCode, provisions, retention }: AgencyDefinition,
  { stores: { nodeIdOf } }: Pick<RequestContext, 'stores'>,
  today: Date,
  dossier?: Pick<DossierRecord, 'offences' | 'birth'>,
): CheckContext => ({
  criminalCode,
  provisions,
  retention,
  today,
  nodeIdOf,
  ...(dossier && {
    existing: { offences: dossier.offences, ...(dossier.birth && { birth: dossier.birth }) },
  }),
});
