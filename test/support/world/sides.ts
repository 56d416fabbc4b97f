export const sides = ['BELARUS', 'RUSSIA'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'BELARUS' ? 'RUSSIA' : 'BELARUS');
