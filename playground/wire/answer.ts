import type { AnsweredError, Receipt as AnyReceipt, Handling } from '../../sdk/src/index.ts';
import { type Agency, ownerOf } from '../../terms/agencies.ts';

/** A receipt of one of the agencies that this page knows. */
export interface Receipt extends AnyReceipt {
  owner: Agency;
}

export type Path = readonly (string | number)[];

export interface AnswerError extends AnsweredError {
  locations?: { line: number; column: number }[];
  extensions?: { code?: string; agency?: Agency; requestId?: string };
}

/** An answer of the gateway. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: AnswerError[];
  extensions?: { redactions?: Receipt[]; handling?: Handling[] };
  /** The agencies that have been asked and whose part is still to come. */
  asking?: readonly Agency[];
}

const withCode = (answer: Answer, code: string) =>
  (answer.errors ?? []).filter(({ extensions }) => extensions?.code === code);

/** Agencies that did not answer. */
export const unavailableAgencies = (answer: Answer): Agency[] => [
  ...new Set(withCode(answer, 'AGENCY_UNAVAILABLE').flatMap(({ extensions }) => extensions?.agency ?? [])),
];

/** True if a mutation may or may not have happened. */
export const isOutcomeUnknown = (answer: Answer): boolean => withCode(answer, 'OUTCOME_UNKNOWN').length > 0;

/** Errors that are not told elsewhere, as an outage or an unknown outcome. */
export const otherErrors = (answer: Answer): AnswerError[] =>
  (answer.errors ?? []).filter(
    ({ extensions }) => !['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN'].includes(extensions?.code ?? ''),
  );

export const receiptsOf = (answer: Answer): Receipt[] => answer.extensions?.redactions ?? [];

/** The restrictions under which a field of a dossier may be used, each once. */
export const handlingOf = (answer: Answer, field: string, dossier: string): Handling[] =>
  (answer.extensions?.handling ?? []).filter(
    ({ coordinate, owner, records }) =>
      owner === ownerOf(dossier) && coordinate.endsWith(`Dossier.${field}`) && records.includes(dossier),
  );
