import type { Role } from '../../../terms/enums.ts';
import type { Side } from './policy.ts';

/** The roles that may take each action, in their own agency only. An action that is not here, or a role that is not named, is refused. */
export const actions = {
  recordDossier: ['INVESTIGATOR'],
  amendDossier: ['INVESTIGATOR'],
  contestValue: ['INVESTIGATOR'],
  uncontestValue: ['INVESTIGATOR'],
  setRetention: ['INVESTIGATOR'],
  recordGroup: ['INVESTIGATOR'],
  amendGroup: ['INVESTIGATOR'],
  countersignGroup: ['SUPERVISOR'],
  changeHandlingCode: ['SUPERVISOR'],
  closeDossier: ['SUPERVISOR'],
  addCase: ['SUPERVISOR'],
  proposeRelease: ['LIAISON', 'SUPERVISOR'],
  grantRelease: ['SUPERVISOR'],
  recallRelease: ['SUPERVISOR'],
  proposeShareable: ['LIAISON', 'INVESTIGATOR'],
  countersignShareable: ['SUPERVISOR'],
  turnDownShareable: ['SUPERVISOR'],
  countersignValues: ['SUPERVISOR'],
  countersignRemoval: ['SUPERVISOR'],
  takeBackRemoval: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
  removeByOrder: ['SUPERVISOR'],
  proposeLink: ['LIAISON'],
  countersignLink: ['SUPERVISOR'],
  withdrawLink: ['LIAISON', 'SUPERVISOR'],
  tryMessageAgain: ['LIAISON'],
  dismissMessage: ['LIAISON'],
  suspendOfficer: ['SUPERVISOR', 'OVERSEER'],
  reinstateOfficer: ['SUPERVISOR', 'OVERSEER'],
  draftRequest: ['ANALYST', 'INVESTIGATOR'],
  authoriseRequest: ['SUPERVISOR'],
  withdrawRequest: ['ANALYST', 'INVESTIGATOR', 'SUPERVISOR'],
  clarifyRequest: ['LIAISON'],
  closeRequest: ['ANALYST', 'INVESTIGATOR'],
  takeUpRequest: ['LIAISON'],
  assignRequest: ['SUPERVISOR'],
  questionForm: ['LIAISON'],
  questionRequest: ['LIAISON'],
  countersignWords: ['SUPERVISOR'],
  acceptRequest: ['LIAISON'],
  extendRequest: ['LIAISON'],
  proposeAnswer: ['LIAISON', 'SUPERVISOR'],
  decideAnswer: ['SUPERVISOR'],
  setDeputy: ['LIAISON'],
  endDeputy: ['LIAISON'],
  acknowledgeAlert: ['ANALYST', 'INVESTIGATOR', 'LIAISON'],
  actOnAlert: ['ANALYST', 'INVESTIGATOR', 'LIAISON'],
  dismissAlert: ['ANALYST', 'INVESTIGATOR', 'LIAISON'],
  callWidelyShared: ['ANALYST', 'INVESTIGATOR', 'LIAISON'],
  signFirstLoad: ['SUPERVISOR'],
  // Fields of the schema that are for some roles of the owner alone name these.
  listDossiers: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'PARTNER'],
  readHistory: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
  readReleasing: ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
  readLinks: ['LIAISON', 'SUPERVISOR'],
  readWaiting: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
  readNotices: ['LIAISON', 'SUPERVISOR'],
  readChannel: ['LIAISON', 'OVERSEER'],
  readParked: ['LIAISON'],
  readRequests: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'OVERSEER'],
  readRequestFigures: ['OVERSEER'],
  readDeputies: ['LIAISON', 'SUPERVISOR'],
  readAlerts: ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'],
  readAlertFigures: ['OVERSEER'],
  readIndicatorExchange: ['LIAISON', 'SUPERVISOR', 'OVERSEER'],
  readWidelyShared: ['LIAISON', 'SUPERVISOR', 'OVERSEER'],
  readErasedHistory: ['SUPERVISOR', 'OVERSEER'],
  readSuspensions: ['SUPERVISOR', 'OVERSEER'],
  readReads: ['OVERSEER'],
  readReadsOfDossier: ['SUPERVISOR'],
  readBudgets: ['OVERSEER'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof actions;

export const isAction = (name: string): name is Action => Object.hasOwn(actions, name);

/** Actions of another agency's officers too, who are told of their own agency's doings alone. */
const forBothSides: readonly Action[] = ['readBudgets'];

/** @param side `own` for an officer of the agency that would act */
export const mayAct = (side: Side, roles: readonly Role[], action: Action): boolean =>
  (side === 'own' || forBothSides.includes(action)) && actions[action].some((role) => roles.includes(role));
