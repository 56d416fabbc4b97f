import type { WaitingKind } from '../../../../terms/enums.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { waitingAlerts } from './waiting-alerts.ts';
import { waitingConflicts } from './waiting-conflicts.ts';
import { waitingGroups } from './waiting-groups.ts';
import type { Finder } from './waiting-item.ts';
import { waitingMessages } from './waiting-messages.ts';
import { waitingOnDossiers } from './waiting-on-dossiers.ts';
import { waitingOperations } from './waiting-operations.ts';
import { waitingRequests } from './waiting-requests.ts';

/** The finder of each kind of step that waits. A kind without one does not compile. */
export const findersOf = ({
  policy: { shareable },
}: Pick<AgencyDefinition, 'policy'>): Readonly<Record<WaitingKind, Finder>> => ({
  ...waitingOnDossiers(shareable),
  ...waitingRequests,
  ...waitingOperations,
  GROUP_TO_COUNTERSIGN: waitingGroups,
  WIDELY_SHARED_TO_COUNTERSIGN: waitingAlerts,
  MEASURE_TO_COORDINATE: waitingConflicts,
  MESSAGE_PARKED: waitingMessages,
});
