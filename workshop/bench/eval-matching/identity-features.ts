import {
  birthFeatures,
  type Features,
  type GivenName,
  nameFeatures,
  noFeatures,
} from '../../../subgraphs/agency/matching/features.ts';

/** A person as a name and a date of birth describe them, as far as each is known. */
export interface Identity extends GivenName {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birth?: string | undefined;
}

/** The features of a name and a date of birth. */
export const identityFeatures = ({ birth, ...name }: Identity): Features => ({
  ...noFeatures(),
  names: nameFeatures(name),
  births: birth ? [birthFeatures(birth)] : [],
});
