import { agencyNames, subgraphOf } from '../../terms/agencies.ts';

/** A selection of each agency's half of something: `belarus { … }`, `russia { … }`. */
export const eachHalf = (selection: string, between = ' '): string =>
  agencyNames.map((agency) => `${subgraphOf(agency)} ${selection}`).join(between);
