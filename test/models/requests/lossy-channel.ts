/** A message, or what came back for it, as the wire carries it. */
export interface Receipt {
  number: number;
  at: string;
}

/**
 * One direction of the channel between two agencies: what is sent is numbered, and arrives never, twice, late or before what
 * was sent first. As the real one, its recipient takes what is next, answers again what it has, and refuses what is ahead.
 */
export class LossyChannel<Message extends object> {
  readonly #sent: string[] = [];
  readonly #receipts: Receipt[] = [];
  readonly #receive: (message: Message) => string;
  readonly #acknowledge: (message: Message, at: string) => void;
  /** All that has come back, and all that has arrived, byte for byte and in its order. */
  readonly seen: string[] = [];

  /** @param receive stores a message, and returns the time of its receipt */
  constructor(receive: (message: Message) => string, acknowledge: (message: Message, at: string) => void) {
    this.#receive = receive;
    this.#acknowledge = acknowledge;
  }

  get isEmpty(): boolean {
    return this.#acknowledged === this.#sent.length;
  }
  #acknowledged = 0;

  send(message: Message): void {
    this.#sent.push(JSON.stringify(message));
  }

  /**
   * Carries one message.
   * @param place which of those that were sent, from 0 to 1
   * @param isReceiptLost the message arrives, and nobody learns of it
   */
  carry(place: number, isReceiptLost: boolean): void {
    const number = Math.floor(place * this.#sent.length);
    const text = this.#sent[number];
    if (text === undefined || number > this.#receipts.length) return;
    if (number === this.#receipts.length) {
      const at = this.#receive(JSON.parse(text) as Message);
      this.#receipts.push({ number, at });
    }
    const receipt = this.#receipts[number];
    if (!receipt || isReceiptLost) return;
    // A sender takes receipts in order: what it has not had acknowledged it sends again.
    if (number !== this.#acknowledged) return;
    this.#acknowledged += 1;
    this.seen.push(JSON.stringify(receipt));
    this.#acknowledge(JSON.parse(text) as Message, receipt.at);
  }

  /** Carries all that is left, and loses nothing. */
  settle(): void {
    while (!this.isEmpty) this.carry((this.#acknowledged + 0.5) / this.#sent.length, false);
  }
}
