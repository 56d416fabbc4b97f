import type { Side } from './oracle/log.ts';

/** A message on the wire, as it travels. */
export interface OnWire {
  number: number;
  to: Side;
  text: string;
}

/**
 * The channel at its worst: what is sent arrives late, twice, never until it is told anew, or after what was sent later. Whatever was sent may come again.
 */
export class BadWire {
  readonly #sent: OnWire[] = [];
  readonly #waiting: OnWire[] = [];

  /** @returns the number of the message, counted over both directions */
  send(to: Side, text: string): number {
    const message = { number: this.#sent.length, to, text };
    this.#sent.push(message);
    this.#waiting.push(message);
    return message.number;
  }

  /** Takes a message that waits for an agency: most often the first, sometimes another one. One that is doubled waits on. */
  take(to: Side, place: number, isDoubled: boolean): OnWire | undefined {
    const waiting = this.#waiting.filter((each) => each.to === to);
    const message = waiting[place < 0.7 ? 0 : Math.floor(((place - 0.7) / 0.3) * waiting.length)];
    if (message && !isDoubled) this.#waiting.splice(this.#waiting.indexOf(message), 1);
    return message;
  }

  /** A message that was sent to an agency at some time, be it heard or not. */
  again(to: Side, place: number): OnWire | undefined {
    const sent = this.#sent.filter((each) => each.to === to);
    return sent[Math.floor(place * sent.length)];
  }

  /** Loses a message that waits for an agency. */
  lose(to: Side, place: number): void {
    this.take(to, place, false);
  }

  /** All that waits for an agency, in its order; nothing waits after that. */
  takeAll(to: Side): OnWire[] {
    const waiting = this.#waiting.filter((each) => each.to === to);
    for (const each of waiting) this.#waiting.splice(this.#waiting.indexOf(each), 1);
    return waiting;
  }
}
