/** Everything a profile shows of a dossier, in its order. */
export const profileFields = [
  'names',
  'birth',
  'birthPlace',
  'sex',
  'citizenships',
  'documents',
  'contacts',
  'instruments',
  'infrastructure',
  'roles',
  'memberships',
  'offences',
  'status',
  'measures',
  'plannedMeasures',
  'harms',
  'cases',
] as const;

export type ProfileField = (typeof profileFields)[number];

const source = 'provenance { contested sourceReliability informationAccuracy retainUntil }';

/** One person in both halves. */
export const profileQuery = `query Profile($id: ID!) {
  suspect(id: $id) { belarus { ...Half } russia { ...Half } }
}
fragment Half on Dossier {
  id agency handlingCode contactPoint
  names { kind script full mixedScript ${source} }
  birth { date ${source} }
  birthPlace { country place ${source} }
  sex { sex ${source} }
  citizenships { country ${source} }
  documents { kind issuer number checksum ${source} }
  contacts { kind value service ${source} }
  instruments { kind account bank cardFirst6 cardLast4 chain address place ${source} }
  infrastructure { kind value model checksum ${source} }
  roles { kind coerced ${source} }
  memberships { rank group { name kind } ${source} }
  offences { article { code title } committedOn case ${source} }
  status { stage ${source} }
  measures { kind state date ground case ${source} }
  plannedMeasures { kind state date ground case ${source} }
  harms { victims loss currency country ${source} }
  cases
}`;

/** The groups and things around a person, with whoever else belongs to them. */
export const surroundingsQuery = `query Surroundings($id: ID!) {
  suspect(id: $id) { belarus { ...Around } russia { ...Around } }
}
fragment Around on Dossier {
  id names { full }
  memberships { rank group { id agency name members(first: 20) { nodes { rank dossier { id names { full } } } } } }
  infrastructure { kind value node { dossiers(first: 20) { nodes { id names { full } } } } }
}`;
