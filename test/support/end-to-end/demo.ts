/** What every demo database has, as `npm start` prints it. */
export const linked = { belarus: 'BY-7Q4KZ0XN3VDH9TRC', russia: 'RU-E58GM1WYB6PJ2SAF' } as const;
export const alone = 'BY-3JXC90FVT7KQ5NHE';
/** The group that they belong to in Belarus. */
export const knownGroup = 'BYG-5WD0RQ8K2ZN7TX4M';
/** Well formed, and nobody's. */
export const nobody = 'BY-0000000000000000';

export const profile = `query Profile($id: ID!) {
  suspect(id: $id) { id belarus { ...Half } russia { ...Half } }
}
fragment Half on Dossier {
  id agency handlingCode contactPoint cases
  names { kind script full provenance { sourceReliability retainUntil } }
  birth { date precision } citizenships { country } contacts { kind value }
  roles { kind coerced } offences { article { agency code title } committedOn precision } status { stage }
}`;

export interface Half {
  id: string;
  agency: string;
  names: { full: string }[];
  status: { stage: string };
}

export interface Profile {
  suspect: { id: string; belarus: Half | null; russia: Half | null } | null;
}
