import type { SearchCriteria } from '../../../../../terms/search-exchange.ts';
import { refused } from './criterion-text.ts';
import * as belonging from './read-belongings.ts';
import { type GivenName, readName } from './read-name.ts';
import * as person from './read-person.ts';

type Given<Name extends keyof SearchCriteria> = SearchCriteria[Name] | null;

/** The SDL's `SuspectCriteria`, as GraphQL hands it over: every field of its type, and nothing more is known of it. */
export interface SuspectCriteria extends GivenName {
  birthDate?: Given<'birthDate'>;
  birthPlace?: Given<'birthPlace'>;
  sex?: Given<'sex'>;
  document?: person.GivenDocument | null;
  phone?: Given<'phone'>;
  email?: Given<'email'>;
  messenger?: Given<'messenger'>;
  account?: Given<'account'>;
  card?: Given<'card'>;
  wallet?: belonging.GivenWallet | null;
  imei?: Given<'imei'>;
}

const read = <Value, Read>(value: Value | null | undefined, reader: (value: Value) => Read) =>
  value == null ? undefined : reader(value);

/** Not a card: its six and four digits are those of many, and only say something beside another criterion. */
const belongings = ['document', 'phone', 'email', 'messenger', 'account', 'wallet', 'imei'] as const;

/** True when records can be found by the criteria; the other criteria only tell found records apart. */
function canFind({ names = [], birthDate = '', ...criteria }: SearchCriteria): boolean {
  const wholeDate = 'YYYY-MM-DD'.length;
  return (
    belongings.some((name) => criteria[name] !== undefined) ||
    birthDate.length === wholeDate ||
    names.some(({ surname }) => surname !== undefined) ||
    (birthDate !== '' && names.some(({ givenName, patronymic }) => givenName && patronymic))
  );
}

/**
 * The criteria of a search in the form of what they are compared with: a name in all its readings, a phone in E.164.
 * @throws RefusedCriterion for the first criterion that cannot be searched by
 */
export function readCriteria(given: SuspectCriteria, today: Date): SearchCriteria {
  const criteria: SearchCriteria = {
    names: readName(given),
    birthDate: read(given.birthDate, (date) => person.readBirthDate(date, today)),
    birthPlace: read(given.birthPlace, person.readBirthPlace),
    sex: given.sex ?? undefined,
    document: read(given.document, person.readDocument),
    phone: read(given.phone, belonging.readPhone),
    email: read(given.email, belonging.readEmail),
    messenger: read(given.messenger, belonging.readMessenger),
    account: read(given.account, belonging.readAccount),
    card: read(given.card, belonging.readCard),
    wallet: read(given.wallet, belonging.readWallet),
    imei: read(given.imei, belonging.readImei),
  };
  if (Object.values(criteria).every((value) => value === undefined)) {
    throw refused('', 'give at least one criterion.');
  }
  if (canFind(criteria)) return criteria;
  throw refused(
    '',
    'these alone find nobody. Add a surname, a full birth date, a birth year with given name and patronymic, a document, a phone, or something else of the person’s, but not only a card.',
  );
}
