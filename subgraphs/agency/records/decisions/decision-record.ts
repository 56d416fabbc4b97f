import type { LinkState, ReleaseState } from '../../../../terms/enums.ts';
import type { Link } from '../dossier/link.ts';
import { nameOfLink } from '../dossier/links/link-names.ts';
import type { WrittenState } from '../dossier/release.ts';
import { dueAfter, notDue } from '../waiting/waiting-record.ts';

/** A release or a link, as lists of them find it. It follows from its dossier and is written with it. */
export interface DecisionRecord {
  /** `<dossier> <list> <of>` */
  _id: string;
  list: 'RELEASE' | 'LINK';
  dossier: string;
  /** The id of the release, or the name of the link, see `nameInDossier`. */
  of: string;
  state: WrittenState | LinkState;
  /** The place in the list: by the end of the release, or of the own decision on the link; without one after all others. */
  order: string;
}

/** A part of a list of decisions: one written state, and the places between which those asked for are. */
export interface DecisionRange {
  state: DecisionRecord['state'];
  /** The place after which it begins. */
  from?: string;
  /** The place before which it ends. */
  to?: string;
}

export const placeOf = (due: Date | undefined, id: string): string => `${due?.toISOString() ?? notDue} ${id}`;

/** A place before everything that is due at a time or later. */
export const dueBefore = (due: Date): string => `${due.toISOString()} `;

/** The name of a link among those of its dossier: that of an officer's step, else of what is left of an id. */
export const nameInDossier = (link: Pick<Link, 'dossier' | 'references' | 'ended'>): string | undefined =>
  nameOfLink(link) ?? link.ended;

/** Where the releases of a state are: what is written of them, and on which side of now they end. */
export function rangesOfReleases(state: ReleaseState, now: Date): DecisionRange[] {
  switch (state) {
    case 'RECALLED':
      return [{ state }];
    case 'EXPIRED':
      return (['PROPOSED', 'GRANTED'] as const).map((written) => ({ state: written, to: dueAfter(now) }));
    default:
      return [{ state, from: dueAfter(now) }];
  }
}
