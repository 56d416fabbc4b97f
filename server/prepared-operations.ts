import { createHash } from 'node:crypto';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { LRUCache } from 'lru-cache';
import { Gauge, type Registry } from 'prom-client';

/** An operation that Apollo Server has let through to its executor: all of it that is the same in each request. */
export type PreparedOperation = Pick<
  GatewayGraphQLRequestContext,
  'schema' | 'document' | 'operation' | 'operationName' | 'queryHash' | 'source'
>;

const mebibyte = 1024 * 1024;

/** Some thousands of operations as front ends send them. */
const mostBytes = 48 * mebibyte;

/** Measured: a parsed document keeps 40 to 90 bytes of memory for each letter of its text. */
const bytesOfLetter = 90;

const bytesOfEntry = 1_000;

/** Texts that were seen once, and are not kept yet. */
const mostSeen = 4_096;

/** The name that a request gives its operation, if it gives one. */
type Name = string | undefined;

/**
 * The operations that are asked again and again, by their exact texts: one that differs by a space is another one. A text that is
 * seen for the first time is not kept, so that a caller who writes a new one each time drives out nobody's.
 */
export class PreparedOperations {
  readonly #kept: LRUCache<string, Map<Name, PreparedOperation>>;
  readonly #seen = new LRUCache<string, true>({ max: mostSeen });

  constructor(bytes: number = mostBytes) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (_operations, { length }) => bytesOfEntry + length * bytesOfLetter,
    });
  }

  /** Bytes of memory that they keep, about. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(source: string, name: Name): PreparedOperation | undefined {
    return this.#kept.get(source)?.get(name);
  }

  /** Takes note of an operation that was let through, under the name that its request gave. */
  note(
    { schema, document, operation, operationName, queryHash, source }: PreparedOperation,
    name: Name,
  ): void {
    const names = this.#kept.get(source);
    if (!names) {
      // A name may be as long as a document.
      const key = createHash('sha256')
        .update(`${queryHash} ${name ?? ''}`)
        .digest('base64url');
      if (!this.#seen.has(key)) {
        this.#seen.set(key, true);
        return;
      }
      this.#seen.delete(key);
    }
    const prepared = { schema, document, operation, operationName, queryHash, source };
    if (names) names.set(name, prepared);
    else this.#kept.set(source, new Map([[name, prepared]]));
  }

  /** Lets go of all, as when the schema changes in which they were valid. */
  clear(): void {
    this.#kept.clear();
    this.#seen.clear();
  }

  /** Shows how many there are, and the memory that they keep. */
  observe(registry: Registry): void {
    const shown: [name: string, help: string, value: () => number][] = [
      ['bytes', 'Bytes of memory that prepared operations keep, about', () => this.bytes],
      ['texts', 'Texts whose operations are prepared', () => this.size],
    ];
    for (const [name, help, value] of shown)
      new Gauge({
        name: `concord_prepared_operations_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(value());
        },
      });
  }
}
