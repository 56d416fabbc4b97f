import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';

/** The agency that `--agency` names. */
export function agencyNamed(name: string | undefined): Agency {
  const agency = agencyNames.find((each) => subgraphOf(each) === name);
  if (!agency) throw new Error(`--agency must be one of ${agencyNames.map(subgraphOf).join(', ')}`);
  return agency;
}
