/**
 * The longest that each list of a dossier can be that is no page. The gateway knows nothing of an agency's records, so they stand
 * here too: a test compares them with what the agencies take, and asks for a row for each list of the schema.
 */
export const listSizes: Readonly<Record<string, number>> = {
  names: 50,
  citizenships: 10,
  documents: 50,
  contacts: 100,
  instruments: 100,
  infrastructure: 200,
  roles: 20,
  memberships: 20,
  offences: 100,
  measures: 100,
  plannedMeasures: 100,
  harms: 50,
  releases: 300,
  links: 200,
  candidates: 20,
  waiting: 804,
  removals: 804,
};

/** The lengths of closed lists that are told whole, by type and field: as long wherever they stand. The last is an average. */
export const closedListSizes: Readonly<Record<string, number>> = {
  'BelarusQuery.articles': 11,
  'BelarusQuery.provisions': 33,
  'RussiaQuery.articles': 21,
  'RussiaQuery.provisions': 36,
  'Query.titles': 83,
  'TitledList.values': 9,
};
