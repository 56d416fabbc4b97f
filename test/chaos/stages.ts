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
