import type { Authenticated } from '../../../identity/from-gateway.ts';
import type { Side } from '../permissions/policy.ts';
import type { Redaction } from '../permissions/redactions.ts';
import { randomId } from '../random-id.ts';
import type { ReadRecord } from './record.ts';
import type { ReadStore } from './store.ts';

/** What of one request goes on record. */
export interface Reads {
  /** Every time that a dossier has been read for the viewer. */
  note(dossier: string): void;
  /** The same, of a criminal group: that it is known is as much of a secret as who belongs to it. */
  noteGroup(group: string): void;
  /** Puts what was read on record, in one write; whoever answers waits for it. */
  record(what: { coordinates: readonly string[]; withheld: readonly Redaction[] }): Promise<void>;
}

/** In the order of time, which the database's own ids are not across processes. */
const readId = (at: Date): string => `${at.getTime().toString(36).padStart(9, '0')}-${randomId(10)}`;

/** Of a viewer of its own an agency keeps no such record: what he does is his agency's affair, and in the history. */
export function readsOf(
  store: ReadStore,
  side: Side,
  { viewer, mandate, requestId }: Pick<Authenticated, 'viewer' | 'mandate'> & { requestId: string },
  at: Date,
): Reads {
  const dossiers = new Set<string>();
  const groups = new Set<string>();
  return {
    note(dossier) {
      if (side === 'foreign') dossiers.add(dossier);
    },
    noteGroup(group) {
      if (side === 'foreign') groups.add(group);
    },
    async record({ coordinates, withheld }) {
      if (dossiers.size + groups.size === 0) return;
      const record: ReadRecord = {
        _id: readId(at),
        at,
        requestId,
        by: viewer.subject,
        agency: viewer.agency,
        roles: [...viewer.roles],
        mandate,
        dossiers: [...dossiers].sort(),
        groups: [...groups].sort(),
        coordinates: [...new Set(coordinates)],
        withheld: withheld.map(({ coordinate, reason, records }) => ({
          coordinate,
          reason,
          dossiers: records ?? [],
        })),
      };
      dossiers.clear();
      groups.clear();
      await store.insert(record);
    },
  };
}
