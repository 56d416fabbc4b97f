/** One of the two agencies. */
export type Side = 'BELARUS' | 'RUSSIA';

export const otherSide = (side: Side): Side => (side === 'BELARUS' ? 'RUSSIA' : 'BELARUS');

/** An officer and the role in which they take part. */
export interface Person {
  officer: string;
  role: string;
}

/** The first and the last day that an offer names. */
export interface Days {
  from: string;
  until: string;
}

/** A step as its officer asks for it, whatever comes of it. */
export interface Deed {
  kind: string;
  by: string;
  at: Date;
  n?: number;
  case?: string;
  lead?: Person | string;
  terms?: Days;
  until?: string;
  approves?: boolean;
  members?: readonly Person[];
  measure?: { dossier: string; of: string; id: string } | string;
  drafts?: readonly { id: string }[];
  draft?: string;
  worked?: readonly string[];
  failed?: readonly string[];
  words?: string;
}

/** A half as its agency shows it. */
export interface View {
  state: string;
  offer: number | undefined;
  lastDay: string | undefined;
  isSuspended: boolean;
  end: number | undefined;
}

/** A release as it lies in its dossier. */
export interface SeenRelease {
  from: Date;
  until: Date;
  grantedAt?: Date | undefined;
  recalledAt?: Date | undefined;
  isHeld?: boolean | undefined;
}

/** A thing that happened at one agency, at a moment of its own clock. */
export type Entry = { side: Side; at: number } & (
  | { kind: 'PROPOSED'; deed: Deed }
  | { kind: 'STEP'; deed: Deed; isLeadSuspended: boolean; isTaken: boolean }
  /** A message is put on the wire, under its number. */
  | { kind: 'TOLD'; number: number; text: string }
  /** A message of the other agency has arrived; one that was parked is kept for an officer to look at. */
  | { kind: 'HEARD'; number: number; isParked: boolean }
  | { kind: 'GREETED' }
  /** The job of the minute has run. */
  | { kind: 'SETTLED' }
  | { kind: 'COPIED'; copy: number }
  /** The database was restored to a copy. */
  | { kind: 'RESTORED'; copy: number }
  /** The process ended while it applied a message, which is applied again. */
  | { kind: 'RESTARTED' }
  | {
      kind: 'SEEN';
      /** Undefined where the agency knows of no such operation. */
      view: View | undefined;
      lists: readonly string[];
      releases: readonly SeenRelease[];
      /** Everything was delivered or told anew. */
      isFinal: boolean;
    }
);
