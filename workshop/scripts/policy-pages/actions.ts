import type { Action } from '../../../terms/actions.ts';
import { roles } from '../../../terms/enums.ts';
import { code, table } from './markdown.ts';
import type { Subject } from './subject.ts';

/** Each action in words; an action without them does not compile. */
const meanings: Record<Action, string> = {
  recordDossier: 'records a dossier',
  amendDossier: 'adds to a dossier or takes values out of it',
  contestValue: 'marks a value as disputed',
  uncontestValue: 'takes that mark away',
  setRetention: 'sets the day on which values are erased',
  recordGroup: 'records a criminal group',
  amendGroup: 'amends a criminal group',
  countersignGroup:
    'countersigns a group that another officer has recorded or amended, so that it is seen abroad',
  changeHandlingCode: 'decides who may know of a dossier at all',
  closeDossier: 'closes a dossier',
  addCase: 'adds a case of the agency to a dossier, whose officers then work on it too',
  proposeRelease: 'proposes a release',
  grantRelease: 'grants a release that another officer has proposed',
  recallRelease: 'takes a release back, or turns a proposal down',
  proposeShareable: 'proposes that other agencies see a dossier without a release',
  countersignShareable: 'countersigns that, where another officer has proposed it',
  turnDownShareable: 'turns that down',
  countersignValues: 'countersigns values that another officer has added, so that they are seen abroad',
  countersignRemoval:
    'agrees that values be removed, or kept for a shorter time, which another officer has proposed',
  takeBackRemoval: 'takes such a proposal back before it takes effect',
  removeByOrder: 'removes values at once by a court’s order',
  proposeLink: 'proposes that two dossiers are of one person, or of two',
  countersignLink: 'countersigns a link that another officer has proposed',
  withdrawLink: 'takes a link back, or turns a proposal down',
  tryMessageAgain: 'has a parked message of another agency applied again',
  dismissMessage: 'puts a parked message of another agency off the list, with a reason',
  suspendOfficer: 'keeps an officer of the agency out of the system',
  reinstateOfficer: 'lets an officer in again whom another one has suspended',
  draftRequest: 'drafts a request for information to another agency',
  authoriseRequest: 'authorises a request that another officer has drafted, which sends it',
  withdrawRequest: 'takes a request back',
  clarifyRequest:
    'writes the answer to another agency’s question about the form of a request, which waits for a second officer',
  closeRequest: 'takes note of the end of a request',
  takeUpRequest: 'takes a received request up, which is assigned to them from then on',
  assignRequest: 'assigns a received request to a liaison officer',
  questionForm: 'puts questions of the closed list about the form of a received request',
  questionRequest:
    'writes a question in free words about the form of a received request, which waits for a second officer',
  countersignWords: 'sends the free words that another officer has written on a request, or turns them down',
  acceptRequest: 'finds the form of a received request in order, after which its subject is shown',
  extendRequest:
    'writes down a later date for the answer to a received request, once, which waits for a second officer',
  proposeAnswer: 'proposes an answer to a received request',
  decideAnswer: 'decides on an answer that another officer has proposed',
  setDeputy: 'names another liaison officer who stands in for them while they are out of office',
  endDeputy: 'ends that',
  acknowledgeAlert: 'notes that they have seen an alert',
  actOnAlert: 'notes what was made of an alert',
  dismissAlert: 'notes that an alert comes to nothing, and why',
  callWidelyShared:
    'says that an alert’s identifier is widely shared, or agrees to that as a second officer, which withdraws it',
  signFirstLoad: 'signs the terms of a larger quota for a first load of identifiers',
  listDossiers: 'lists the agency’s dossiers, as far as its class of fields allows',
  readHistory: 'reads what was done to a dossier',
  readReleasing: 'lists releases, proposals too, and reads who decided on them, and why',
  readLinks: 'reads what was decided of links, by whom and why',
  readWaiting: 'lists what waits for their decision',
  readNotices: 'reads what the agencies have notified each other of',
  readChannel: 'reads how the channel to the other agency stands',
  readParked: 'reads what a parked message says',
  readRequests:
    'reads requests for information, each role as far as its cases go; an overseer their course alone',
  readDeputies: 'reads which officers are out of office, and who stands in for them',
  readRequestFigures: 'reads how many requests there were, how they ended, and how many in time',
  readAlerts: 'reads alerts of their case; a liaison officer those of all cases',
  readAlertFigures: 'reads how many alerts there were, and what has become of them',
  readIndicatorExchange:
    'reads how much waits to be compared with another agency, and what is left of the quota',
  readWidelyShared:
    'reads how many own dossiers share each value that is never compared, and the value where they may read it in every dossier',
  readErasedHistory:
    'reads what is left of the history of a dossier that was erased: who took which step, when, and why by code',
  readSuspensions: 'reads which officers are or were suspended, by whom and why',
  readReads: 'reads the record of what other agencies have read',
  readReadsOfDossier: 'reads the same of one dossier',
  readBudgets:
    'reads what other agencies have spent of their budgets; of another agency, its own officers’ part',
};

const names = Object.keys(meanings) as Action[];

/** The actions of each role; a role without any is listed too. */
export const actionsTable = ({ actions }: Subject): string =>
  table(
    ['role', 'may'],
    roles.map((role) => {
      const may = names.filter((name) => actions[name].includes(role));
      const told = may.map((name) => `${code(name)}: ${meanings[name]}`);
      return [role, told.join('<br>') || 'nothing'];
    }),
  );

/** Who may take an action, as a sentence names them. */
export const whoMay = ({ actions }: Subject, action: Action): string =>
  actions[action].join(' or ') || 'nobody';
