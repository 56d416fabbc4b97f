import type { Agency } from '../../terms/agencies.ts';

/** What the viewer can do about a field that is withheld, as a code with what its sentence names. */
export interface Advice {
  code: string;
  roles?: string[] | null;
  purposes?: string[] | null;
  contactPoint?: string | null;
}

/** A field that was withheld: whose it is, why, and what the viewer can do. */
export interface Receipt {
  coordinate: string;
  class: string;
  owner: Agency;
  reason: string;
  /** Dossiers that it is withheld of; null means all of the answer. */
  records: string[] | null;
  remedy: string;
  /** The remedy to be said in other languages; an older gateway gives none. */
  advice?: Advice;
}

export type Path = readonly (string | number)[];

export interface AnswerError {
  message: string;
  path?: Path;
  locations?: { line: number; column: number }[];
  extensions?: { code?: string; agency?: Agency; requestId?: string };
}

/** An answer of the gateway. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: AnswerError[];
  extensions?: { redactions?: Receipt[] };
}

const withCode = (answer: Answer, code: string) =>
  (answer.errors ?? []).filter(({ extensions }) => extensions?.code === code);

/** Agencies that did not answer. */
export const unavailableAgencies = (answer: Answer): Agency[] => [
  ...new Set(withCode(answer, 'AGENCY_UNAVAILABLE').flatMap(({ extensions }) => extensions?.agency ?? [])),
];

/** Whether a mutation may or may not have happened. */
export const isOutcomeUnknown = (answer: Answer): boolean => withCode(answer, 'OUTCOME_UNKNOWN').length > 0;

/** Errors that are not told elsewhere, as an outage or an unknown outcome. */
export const otherErrors = (answer: Answer): AnswerError[] =>
  (answer.errors ?? []).filter(
    ({ extensions }) => !['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN'].includes(extensions?.code ?? ''),
  );

export const receiptsOf = (answer: Answer): Receipt[] => answer.extensions?.redactions ?? [];
