import type { RoleName } from './table.ts';

/**
 * What another agency has of an action. GIVES: it is given or told something, or will be once others have agreed. TAKES_BACK: it is told at
 * most that something is over. HOME: it is told nothing by the step.
 */
export type Reach = 'GIVES' | 'TAKES_BACK' | 'HOME';

/** Each action: who takes it, in his own agency only, and what another one has of it, as it was decided. */
const mutations: readonly (readonly [action: string, roles: readonly RoleName[], reach: Reach])[] = [
  ['recordDossier', ['INVESTIGATOR'], 'HOME'],
  ['amendDossier', ['INVESTIGATOR'], 'HOME'],
  ['contestValue', ['INVESTIGATOR'], 'TAKES_BACK'],
  ['uncontestValue', ['INVESTIGATOR'], 'HOME'],
  ['setRetention', ['INVESTIGATOR'], 'HOME'],
  ['recordGroup', ['INVESTIGATOR'], 'HOME'],
  ['amendGroup', ['INVESTIGATOR'], 'HOME'],
  ['countersignGroup', ['SUPERVISOR'], 'GIVES'],
  ['changeHandlingCode', ['SUPERVISOR'], 'HOME'],
  ['closeDossier', ['SUPERVISOR'], 'HOME'],
  ['addCase', ['SUPERVISOR'], 'HOME'],
  ['proposeRelease', ['LIAISON', 'SUPERVISOR'], 'GIVES'],
  ['grantRelease', ['SUPERVISOR'], 'GIVES'],
  ['recallRelease', ['SUPERVISOR'], 'TAKES_BACK'],
  ['proposeShareable', ['LIAISON', 'INVESTIGATOR'], 'GIVES'],
  ['countersignShareable', ['SUPERVISOR'], 'GIVES'],
  ['turnDownShareable', ['SUPERVISOR'], 'TAKES_BACK'],
  ['countersignValues', ['SUPERVISOR'], 'GIVES'],
  ['countersignRemoval', ['SUPERVISOR'], 'TAKES_BACK'],
  ['takeBackRemoval', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'], 'HOME'],
  ['removeByOrder', ['SUPERVISOR'], 'TAKES_BACK'],
  ['proposeLink', ['LIAISON'], 'GIVES'],
  ['countersignLink', ['SUPERVISOR'], 'GIVES'],
  ['withdrawLink', ['LIAISON', 'SUPERVISOR'], 'TAKES_BACK'],
  ['tryMessageAgain', ['LIAISON'], 'HOME'],
  ['dismissMessage', ['LIAISON'], 'HOME'],
  ['suspendOfficer', ['SUPERVISOR', 'OVERSEER'], 'TAKES_BACK'],
  ['reinstateOfficer', ['SUPERVISOR', 'OVERSEER'], 'TAKES_BACK'],
  ['draftRequest', ['ANALYST', 'INVESTIGATOR'], 'GIVES'],
  ['authoriseRequest', ['SUPERVISOR'], 'GIVES'],
  ['withdrawRequest', ['ANALYST', 'INVESTIGATOR', 'SUPERVISOR'], 'TAKES_BACK'],
  ['clarifyRequest', ['LIAISON'], 'GIVES'],
  ['closeRequest', ['ANALYST', 'INVESTIGATOR'], 'HOME'],
  ['takeUpRequest', ['LIAISON'], 'HOME'],
  ['assignRequest', ['SUPERVISOR'], 'HOME'],
  ['questionForm', ['LIAISON'], 'GIVES'],
  ['questionRequest', ['LIAISON'], 'GIVES'],
  ['countersignWords', ['SUPERVISOR'], 'GIVES'],
  ['acceptRequest', ['LIAISON'], 'HOME'],
  ['extendRequest', ['LIAISON'], 'GIVES'],
  ['proposeAnswer', ['LIAISON', 'SUPERVISOR'], 'GIVES'],
  ['decideAnswer', ['SUPERVISOR'], 'GIVES'],
  ['setDeputy', ['LIAISON'], 'HOME'],
  ['endDeputy', ['LIAISON'], 'HOME'],
  ['acknowledgeAlert', ['ANALYST', 'INVESTIGATOR', 'LIAISON'], 'HOME'],
  ['actOnAlert', ['ANALYST', 'INVESTIGATOR', 'LIAISON'], 'HOME'],
  ['dismissAlert', ['ANALYST', 'INVESTIGATOR', 'LIAISON'], 'TAKES_BACK'],
  ['callWidelyShared', ['ANALYST', 'INVESTIGATOR', 'LIAISON'], 'TAKES_BACK'],
  ['signFirstLoad', ['SUPERVISOR'], 'GIVES'],
  ['planMeasure', ['INVESTIGATOR', 'LIAISON'], 'HOME'],
  ['authoriseMeasure', ['SUPERVISOR'], 'HOME'],
  ['startMeasure', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR'], 'HOME'],
  ['finishMeasure', ['INVESTIGATOR', 'LIAISON'], 'HOME'],
  ['cancelMeasure', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR'], 'HOME'],
  ['liftMeasure', ['INVESTIGATOR', 'LIAISON'], 'HOME'],
  ['coordinateMeasure', ['SUPERVISOR'], 'GIVES'],
  ['overrideMeasure', ['SUPERVISOR'], 'GIVES'],
];

export const rolesOfMutation: ReadonlyMap<string, readonly RoleName[]> = new Map(
  mutations.map(([action, roles]) => [action, roles]),
);

export const reachOfMutation: ReadonlyMap<string, Reach> = new Map(
  mutations.map(([action, , reach]) => [action, reach]),
);

/** Who reads what only some roles of the owner read, by the name that the field's `@access` has for it. */
export const rolesOfReading: ReadonlyMap<string, readonly RoleName[]> = new Map<string, RoleName[]>([
  ['listDossiers', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'PARTNER']],
  ['readHistory', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readReleasing', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readLinks', ['LIAISON', 'SUPERVISOR']],
  ['readWaiting', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readNotices', ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readChannel', ['LIAISON', 'OVERSEER']],
  ['readParked', ['LIAISON']],
  ['readRequests', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'OVERSEER']],
  ['readRequestFigures', ['OVERSEER']],
  ['readDeputies', ['LIAISON', 'SUPERVISOR']],
  ['readAlerts', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readAlertFigures', ['OVERSEER']],
  ['readIndicatorExchange', ['LIAISON', 'SUPERVISOR', 'OVERSEER']],
  ['readWidelyShared', ['LIAISON', 'SUPERVISOR', 'OVERSEER']],
  ['readMeasures', ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']],
  ['readMeasureFigures', ['OVERSEER']],
  ['readMeasureExchange', ['OVERSEER']],
  ['readErasedHistory', ['SUPERVISOR', 'OVERSEER']],
  ['readSuspensions', ['SUPERVISOR', 'OVERSEER']],
  ['readReads', ['OVERSEER']],
  ['readReadsOfDossier', ['SUPERVISOR']],
  ['readBudgets', ['OVERSEER']],
]);
