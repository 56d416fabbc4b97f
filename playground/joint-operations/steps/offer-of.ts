import type { StepProps } from './step-props.ts';

/** The last offer as it was read, which an answer names. */
export const offerOf = ({ id, half }: Pick<StepProps, 'id' | 'half'>) => ({
  operation: id,
  version: half.version,
  offer: half.offer?.number ?? 0,
});
