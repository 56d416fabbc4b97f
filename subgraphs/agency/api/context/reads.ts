import type { Authenticated } from '../../../../identity/authenticate-fetch.ts';
import { callerError } from '../../../../server/errors.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { EvidenceKind } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import type { Side } from '../../permissions/policy.ts';
import type { Redaction } from '../../permissions/redactions.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { entryKeyOf, partIdOf, type ReadPart, type SearchOnRecord } from '../../records/reads/read-entry.ts';
import type { ReadStore } from '../../storage/reads/read-store.ts';
import type { AnsweredWithParent } from './answered-with-parent.ts';

/** The record of one request's reads. */
export interface Reads {
  /** Every time that a dossier has been read for the viewer; `cases` of it were read where he is the owner's own. */
  note(dossier: ReadDossier): void;
  /** The same, of a criminal group: that it is known is as much of a secret as who belongs to it. */
  noteGroup(group: string): void;
  /** Every time that a request for information has been shown with its subject or its necessity. */
  noteRequest(request: string): void;
  /** Every time that a joint operation has been shown. */
  noteOperation(operation: string): void;
  /** Every time that a field has been answered, with whatever it holds; not of what is withheld. */
  noteAnswered(coordinate: string): void;
  /** Every time that such a field has objects, of which fields can be answered. */
  noteObjects(coordinate: string): void;
  /**
   * Notes a search: its kinds of evidence, and one token for each criterion. A search goes on record by itself,
   * whatever it finds.
   * @throws ONE_SEARCH_ONLY for a second search in one request, past the gateway's own rule too
   */
  noteSearch(kinds: readonly EvidenceKind[], criteria: readonly number[]): void;
  /** The number of searches that were nearly that one. */
  noteNear(near: number): void;
  /** Puts what was read on record; whoever answers waits for it. */
  record(what: { answered: readonly AnsweredWithParent[]; withheld: readonly Redaction[] }): Promise<void>;
}

export type ReadDossier = Readonly<Pick<DossierRecord, '_id'> & Partial<Pick<DossierRecord, 'cases'>>>;

/** The dossiers that have none of an own viewer's mandate's cases, and those that have none of his own. */
function outsideOf(
  dossiers: ReadonlyMap<string, readonly string[]>,
  { viewer, mandate }: { viewer: Viewer; mandate: Mandate },
): Required<Pick<ReadPart, 'beyondMandate' | 'ofNoCase'>> {
  const withNone = (named: readonly string[]) =>
    [...dossiers]
      .flatMap(([id, cases]) => (cases.some((number) => named.includes(number)) ? [] : [id]))
      .sort();
  return {
    beyondMandate: withNone(mandate.case === undefined ? [] : [mandate.case]),
    ofNoCase: withNone(viewer.cases),
  };
}

/** The reading of one request, of an agency's own viewer or of another's; the record of both is the same. */
export function readsOf(
  store: ReadStore,
  side: Side,
  asking: Pick<Authenticated, 'viewer' | 'mandate' | 'reason' | 'requestKey'> & { requestId: string },
  at: Date,
): Reads {
  const { viewer, mandate, reason, requestId } = asking;
  const dossiers = new Map<string, readonly string[]>();
  const groups = new Set<string>();
  const requests = new Set<string>();
  const operations = new Set<string>();
  const answered = new Set<string>();
  const withObjects = new Set<string>();
  let hasSearched = false;
  let searched: SearchOnRecord | undefined;
  return {
    note({ _id, cases = [] }) {
      if (!dossiers.has(_id)) dossiers.set(_id, cases);
    },
    noteGroup(group) {
      groups.add(group);
    },
    noteRequest(request) {
      requests.add(request);
    },
    noteOperation(operation) {
      operations.add(operation);
    },
    noteAnswered(coordinate) {
      answered.add(coordinate);
    },
    noteObjects(coordinate) {
      withObjects.add(coordinate);
    },
    noteSearch(kinds, criteria) {
      if (hasSearched) {
        throw callerError(
          'ONE_SEARCH_ONLY',
          'A request may search only once. Send one request for each search.',
        );
      }
      hasSearched = true;
      searched = { kinds: [...kinds], criteria: [...criteria].sort(), near: 0 };
    },
    noteNear(near) {
      if (searched) searched.near = near;
    },
    async record({ answered: withParents, withheld }) {
      if (dossiers.size + groups.size + requests.size + operations.size === 0 && !searched) return;
      for (const { name, parent } of withParents) if (withObjects.has(parent)) answered.add(name);
      const part: ReadPart = {
        _id: partIdOf(entryKeyOf(asking)),
        at,
        requestId,
        by: viewer.subject,
        agency: viewer.agency,
        roles: [...viewer.roles],
        mandate,
        ...(reason !== undefined && { reason }),
        dossiers: [...dossiers.keys()].sort(),
        ...(side === 'own' && outsideOf(dossiers, asking)),
        groups: [...groups].sort(),
        ...(requests.size > 0 && { requests: [...requests].sort() }),
        ...(operations.size > 0 && { operations: [...operations].sort() }),
        coordinates: [...answered].sort(),
        withheld: withheld.map(({ coordinate, reason: why, records }) => ({
          coordinate,
          reason: why,
          // Requests stand in a list of their own, which not everybody reads who reads this one.
          dossiers: (records ?? []).filter(isDossierId),
        })),
        ...(searched && { search: searched }),
      };
      dossiers.clear();
      groups.clear();
      requests.clear();
      operations.clear();
      answered.clear();
      withObjects.clear();
      searched = undefined;
      await store.insert(part);
    },
  };
}
