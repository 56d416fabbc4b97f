/** An agency's half of a suspect, as it was told: its dossier, or the reason why there is none. */
export interface HalfTold<Half> {
  /** The agency, such as `BELARUS`. */
  readonly agency: string;
  readonly half: Half;
}

type HalfIn<Suspect> = Extract<Suspect[keyof Suspect], { readonly state: string }>;

const isTold = (value: unknown): boolean => typeof value === 'object' && value !== null && 'state' in value;

/**
 * The halves of a suspect that was told, whatever agencies the document named, so that code which shows them names none itself. Take
 * each half under its agency's own name: an alias would be the name of the agency here.
 * @example halvesTold(told.suspect).map(({ agency, half }) => `${agency}: ${half.state}`)
 */
export const halvesTold = <Suspect extends object>(suspect: Suspect): HalfTold<HalfIn<Suspect>>[] =>
  Object.entries(suspect)
    .filter(([, value]) => isTold(value))
    .map(([field, half]) => ({ agency: field.toUpperCase(), half }));
