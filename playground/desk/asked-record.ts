import type { Agency } from '../../terms/agencies.ts';

/** The ways to name the record that a request is about. */
export type SubjectKind = 'hit' | 'dossier' | 'linkOf';

/** The record that a request is about. */
export interface AskedRecord {
  kind: SubjectKind;
  name: string;
  /** The agency that has it, where it is known. */
  agency?: Agency | undefined;
}
