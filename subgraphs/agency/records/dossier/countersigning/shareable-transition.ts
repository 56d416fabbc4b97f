import type { Shareable } from '../shareable.ts';

/** The events that decide whether a dossier may be seen abroad without a release. */
export type ShareableEvent =
  | { kind: 'PROPOSE'; by: string; at: Date; reason: string }
  | { kind: 'COUNTERSIGN'; by: string; at: Date; neutrality?: string }
  /** Turned down before it was countersigned. */
  | { kind: 'TURN_DOWN' }
  /** The handling code became a narrower one, or the person was cleared: whatever was decided or proposed ends at once. */
  | { kind: 'NARROW' };

export type ShareableRefusal = 'ALREADY_PROPOSED' | 'ALREADY_DECIDED' | 'NOT_PROPOSED' | 'SAME_OFFICER';

/** The one way in which it changes: two officers make a dossier SHAREABLE, one alone takes it back. */
export function transition(
  state: Shareable,
  event: ShareableEvent,
): { shareable: Shareable } | { refused: ShareableRefusal } {
  const { proposal, decided } = state;
  switch (event.kind) {
    case 'PROPOSE':
      if (decided) return { refused: 'ALREADY_DECIDED' };
      if (proposal) return { refused: 'ALREADY_PROPOSED' };
      return {
        shareable: { proposal: { proposedBy: event.by, proposedAt: event.at, reason: event.reason } },
      };
    case 'COUNTERSIGN': {
      if (!proposal) return { refused: 'NOT_PROPOSED' };
      if (proposal.proposedBy === event.by) return { refused: 'SAME_OFFICER' };
      const { by: countersignedBy, at: countersignedAt, neutrality } = event;
      return {
        shareable: {
          decided: { ...proposal, countersignedBy, countersignedAt, ...(neutrality && { neutrality }) },
        },
      };
    }
    case 'TURN_DOWN':
      return proposal ? { shareable: {} } : { refused: 'NOT_PROPOSED' };
    case 'NARROW':
      return { shareable: {} };
  }
}
