import { createHmac } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { tooManyRequests } from '../too-many-requests.ts';
import { type NamedOperation, refusedFor, refusedUntil, type Standstill } from './refused-until.ts';

/** The officer for whom an operation is run; undefined for somebody who is not known. */
type CallerOf<Context> = (context: Context) => { agency: string; subject: string } | undefined;

/** The mark by which the watch over the event loop finds an operation on a stack. */
export const operationMark = Symbol.for('concord.operation');

/** A standstill at the answer of an agency, which no operation is refused for. */
const atAnswer = z.object({ agency: z.string(), at: z.number() });

const note = z.union([z.object({ caller: z.string(), operation: z.string(), at: z.number() }), atAnswer]);

type Note = Standstill | z.infer<typeof atAnswer>;

/** A line that was cut off tells of nothing. */
function parsed(line: string): Note | undefined {
  try {
    return note.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function read(file: string): Note[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => parsed(line) ?? []);
  } catch {
    return [];
  }
}

interface Asked {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
}

const askedIn = ({ method, query, body }: FastifyRequest): Asked =>
  ((method === 'GET' ? query : body) ?? {}) as Asked;

/**
 * The operations for which the process stood still and was ended, as it finds them noted when it starts again, and the agencies at whose
 * answers it did. Operations are kept in a file by names under a key, for ten minutes.
 */
export class Standstills {
  readonly #key: Buffer;
  readonly #now: () => number;
  readonly #known: readonly Standstill[];
  readonly #agencies: ReadonlySet<string>;

  /**
   * @param file that the watch over the event loop writes; gone once nothing in it counts any more; undefined where there is no place for it
   * @param key the same after each start
   */
  constructor(file: string | undefined, key: Buffer, now: () => number = Date.now) {
    this.#key = key;
    this.#now = now;
    const notes = file === undefined ? [] : read(file).filter(({ at }) => at + refusedFor > now());
    this.#known = notes.filter((each): each is Standstill => 'operation' in each);
    this.#agencies = new Set(notes.flatMap((each) => ('agency' in each ? each.agency : [])));
    if (file === undefined) return;
    const forget = () => rmSync(file, { force: true });
    if (notes.length === 0) forget();
    else setTimeout(forget, refusedFor).unref();
  }

  /** True for an agency at whose answer the process stood still in the last ten minutes. */
  isBy(agency: string): boolean {
    return this.#agencies.has(agency);
  }

  /** Number of operations that were noted in the last ten minutes. */
  get size(): number {
    return this.#known.length;
  }

  #nameOf(parts: readonly unknown[]): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }

  /**
   * Makes contexts as before, refuses those of operations that are to be refused, and marks the others, so that the watch can tell
   * for which the process stands still. An operation is named when that is needed, and not for each request.
   */
  around<Context extends object>(
    contextOf: (request: FastifyRequest) => Promise<Context>,
    callerOf: CallerOf<Context>,
  ): (request: FastifyRequest) => Promise<Context> {
    return async (request) => {
      const context = await contextOf(request);
      const caller = callerOf(context);
      const named = (): NamedOperation => {
        const { query, operationName, variables } = askedIn(request);
        return {
          caller: this.#nameOf([caller?.agency, caller?.subject]),
          operation: this.#nameOf([query, operationName ?? '', variables ?? {}]),
        };
      };
      if (this.#known.length > 0) this.#demandNotRefused(named());
      return Object.assign(context, { [operationMark]: { named } });
    };
  }

  /** @throws TOO_MANY_REQUESTS */
  #demandNotRefused(asked: NamedOperation): void {
    const now = this.#now();
    const until = refusedUntil(this.#known, asked, now);
    if (until === undefined) return;
    const seconds = Math.ceil((until - now) / 1_000);
    throw tooManyRequests(
      `This query has brought the service to a standstill. Ask for less at once; it is refused for another ${seconds} s.`,
      seconds,
    );
  }
}
