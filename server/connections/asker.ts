import type { ServerResponse } from 'node:http';

declare module 'fastify' {
  interface FastifyRequest {
    /** Told of where an answer takes work that is worth ending early. */
    asker?: Asker;
  }
}

/** Whoever waits for the answer to a request, as long as they wait. */
export class Asker {
  readonly #whenGone = new Set<() => void>();
  #hasHungUp = false;

  constructor(response: Pick<ServerResponse, 'once' | 'writableEnded'>) {
    response.once('close', () => {
      // It closes after every answer.
      if (response.writableEnded) return;
      this.#hasHungUp = true;
      for (const act of this.#whenGone) act();
    });
  }

  /** True once the connection is closed and the answer is not sent. */
  get hasHungUp(): boolean {
    return this.#hasHungUp;
  }

  /** @returns takes it back */
  whenGone(act: () => void): () => void {
    this.#whenGone.add(act);
    return () => this.#whenGone.delete(act);
  }
}
