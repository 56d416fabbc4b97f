import { randomUUID } from 'node:crypto';
import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import type { ContextOf } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { Execute } from '../../../subgraphs/agency/api/execution/operation-request.ts';
import type { Handling } from '../../../subgraphs/agency/permissions/handling.ts';
import type { Redaction } from '../../../subgraphs/agency/permissions/redactions.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { LegalBasis, Purpose, Role } from '../../../terms/enums.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import type { Command } from './commands.ts';

export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is a matter of its document
  data: any;
  errors: readonly GraphQLError[] | undefined;
  /** The code of each error, in order. */
  codes: unknown[];
  redactions: Redaction[];
  handling: Handling[];
  /** The commands that it sent to the database, in order. */
  commands: Command[];
}

/** An officer with a mandate. Each method answers a new one, so that a test varies one thing at a time. */
export interface Officer {
  called(subject: string): Officer;
  for(purpose: Purpose, caseNumber?: string): Officer;
  under(legalBasis: LegalBasis): Officer;
  /** Says why he reads dossiers of other cases. */
  saying(reason: string): Officer;
  /** Asks by another fetch of the request that the gateway names so. */
  in(requestKey: string): Officer;
  /** Asks at this moment on the owner's clock. */
  at(now: Date): Officer;
  /** Sends mutations with this idempotency key; a new one each time unless it is said. */
  withKey(key: string): Officer;
  run(document: string, variables?: Record<string, unknown>): Promise<Answered>;
}

/** The officer who asks an agency's subgraph, and their mandate. */
export interface Asking {
  subject: string;
  agency: Agency;
  roles: readonly Role[];
  /** The cases of the token; the one of the mandate unless it is said. */
  cases?: readonly string[];
  purpose: Purpose;
  legalBasis: LegalBasis;
  reason?: string;
  requestKey?: string;
  case?: string | undefined;
  now?: Date;
  key?: string;
}

/** Runs an operation of somebody's. */
export type Run = (asking: Asking, document: string, variables: Record<string, unknown>) => Promise<Answered>;

export function officerOf(asking: Asking, run: Run): Officer {
  const but = (changed: Partial<Asking>): Officer => officerOf({ ...asking, ...changed }, run);
  return {
    called: (subject) => but({ subject }),
    for: (purpose, number) => but({ purpose, case: number }),
    under: (legalBasis) => but({ legalBasis }),
    saying: (reason) => but({ reason }),
    in: (requestKey) => but({ requestKey }),
    at: (now) => but({ now }),
    withKey: (key) => but({ key }),
    run: (document, variables = {}) => run(asking, document, variables),
  };
}

/** Runs operations as the executor of a subgraph does, once it has verified who asks. */
export function runIn(
  execute: Execute,
  contextOf: ContextOf,
): (...asked: Parameters<Run>) => Promise<ExecutionResult> {
  return ({ case: caseNumber, now, ...asking }, document, variables) => {
    const { subject, agency, roles, purpose, legalBasis, reason, key = randomUUID() } = asking;
    const { cases = caseNumber === undefined ? [] : [caseNumber] } = asking;
    const context = contextOf(
      {
        viewer: { subject, agency, roles, cases },
        mandate: { purpose, legalBasis, ...(caseNumber !== undefined && { case: caseNumber }) },
        idempotencyKey: key,
        ...(reason !== undefined && { reason }),
        requestKey: asking.requestKey ?? newRequestKey((now ?? new Date()).getTime()),
      },
      'request-0001',
      now,
    );
    return execute({ document: parse(document), queryHash: document, variables, context });
  };
}

/** An answer, with the commands that it sent to the database. */
export function answered({ data, errors, extensions }: ExecutionResult, commands: Command[]): Answered {
  return {
    data,
    errors,
    codes: (errors ?? []).map((error) => error.extensions.code),
    redactions: (extensions?.redactions ?? []) as Redaction[],
    handling: (extensions?.handling ?? []) as Handling[],
    commands,
  };
}
