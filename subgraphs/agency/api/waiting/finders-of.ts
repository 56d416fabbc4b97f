import type { WaitingKind } from '../../../../terms/enums.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { waitingAlerts } from './waiting-alerts.ts';
import { waitingGroups } from './waiting-groups.ts';
import type { Finder } from './waiting-item.ts';
import { waitingMessages } from './waiting-messages.ts';
import { waitingOnDossiers } from './waiting-on-dossiers.ts';
import { waitingRequests } from './waiting-requests.ts';

/** How each kind of what waits is found and shown. It does not compile where a kind has none. */
export const findersOf = ({
  policy: { shareable },
}: Pick<AgencyDefinition, 'policy'>): Readonly<Record<WaitingKind, Finder>> => ({
  ...waitingOnDossiers(shareable),
  ...waitingRequests,
  GROUP_TO_COUNTERSIGN: waitingGroups,
  WIDELY_SHARED_TO_COUNTERSIGN: waitingAlerts,
  MESSAGE_PARKED: waitingMessages,
});
