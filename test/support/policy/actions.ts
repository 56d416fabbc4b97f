import type { RoleName } from './table.ts';

/** Who takes which action, in his own agency only, as it was decided. */
export const rolesOfMutation: ReadonlyMap<string, readonly RoleName[]> = new Map<string, RoleName[]>([
  ['recordDossier', ['INVESTIGATOR']],
  ['amendDossier', ['INVESTIGATOR']],
  ['contestValue', ['INVESTIGATOR']],
  ['uncontestValue', ['INVESTIGATOR']],
  ['setRetention', ['INVESTIGATOR']],
  ['recordGroup', ['INVESTIGATOR']],
  ['amendGroup', ['INVESTIGATOR']],
  ['countersignGroup', ['SUPERVISOR']],
  ['changeHandlingCode', ['SUPERVISOR']],
  ['closeDossier', ['SUPERVISOR']],
  ['proposeRelease', ['LIAISON', 'SUPERVISOR']],
  ['grantRelease', ['SUPERVISOR']],
  ['recallRelease', ['SUPERVISOR']],
  ['proposeShareable', ['LIAISON', 'INVESTIGATOR']],
  ['countersignShareable', ['SUPERVISOR']],
  ['turnDownShareable', ['SUPERVISOR']],
  ['countersignValues', ['SUPERVISOR']],
  ['proposeLink', ['LIAISON']],
  ['countersignLink', ['SUPERVISOR']],
  ['withdrawLink', ['LIAISON', 'SUPERVISOR']],
  ['tryMessageAgain', ['LIAISON']],
  ['dismissMessage', ['LIAISON']],
  ['suspendOfficer', ['SUPERVISOR', 'OVERSEER']],
  ['reinstateOfficer', ['SUPERVISOR', 'OVERSEER']],
]);

/** Who reads what only some roles of the owner read, by the name that the field's `@access` has for it. */
export const rolesOfReading: ReadonlyMap<string, readonly RoleName[]> = new Map<string, RoleName[]>([
  ['listDossiers', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'PARTNER']],
  ['readHistory', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readReleasing', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readLinks', ['LIAISON', 'SUPERVISOR']],
  ['readWaiting', ['LIAISON', 'SUPERVISOR']],
  ['readNotices', ['LIAISON', 'SUPERVISOR']],
  ['readChannel', ['LIAISON', 'OVERSEER']],
  ['readParked', ['LIAISON']],
  ['readSuspensions', ['SUPERVISOR', 'OVERSEER']],
  ['readReads', ['OVERSEER']],
  ['readReadsOfDossier', ['SUPERVISOR']],
  ['readBudgets', ['OVERSEER']],
]);
