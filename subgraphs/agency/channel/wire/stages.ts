/** The moments of a message's way at which a process can be killed, in their order. */
export const stages = [
  'BEFORE_QUEUEING',
  'BEFORE_LETTING_GO',
  'BEFORE_SENDING',
  'BEFORE_STORING',
  'BEFORE_ANSWERING',
  'BEFORE_ACKNOWLEDGING',
  'BEFORE_APPLYING',
  'BEFORE_MARKING',
] as const;
export type Stage = (typeof stages)[number];

/** Told of each moment; where a process is to be killed at one, it never comes back. */
export type Reach = (stage: Stage) => Promise<void>;

export const goOn: Reach = async () => undefined;

/**
 * Stops the channel for good at one stage, so that the process can be killed exactly there.
 * @param say tells that it has been reached
 */
export const pauseAt =
  (paused: Stage, say: (stage: Stage) => void): Reach =>
  async (stage) => {
    if (stage !== paused) return;
    say(stage);
    await new Promise(() => undefined);
  };
