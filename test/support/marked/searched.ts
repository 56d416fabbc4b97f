import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import type { CriterionName, SearchedState } from '../policy/search.ts';
import { type StateName, stateNames, states } from '../policy/states.ts';
import { markedId } from './marks.ts';
import { dossierIn, type MarkedRecords, markedRecords } from './records.ts';

/** The one person of whom every dossier here is: what is searched by, as `SuspectCriteria` has it. */
const person = {
  surname: 'Кулешов',
  givenName: 'Аркадий',
  birthDate: '1983-04-17',
  birthYear: '1983',
  birthPlace: { country: 'BY', place: 'Слуцк' },
  sex: 'MALE',
  phone: '+375291112233',
  account: 'BY20UNBS30120000000000000001',
  card: { first6: '400000', last4: '1234' },
  wallet: { chain: 'ETH', address: '0x52908400098527886E0F7030069857D2E4169EE7' },
  imei: '490154203237518',
} as const satisfies Record<CriterionName, unknown>;

/** These of the criteria, with the person's values. */
export const criteriaOf = (names: readonly CriterionName[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name === 'birthYear' ? 'birthDate' : name, person[name]]));

/** A marked dossier that is of the person too; its marks stay, but for the name, as many of those take long to compare. */
function ofPerson(dossier: DossierRecord): DossierRecord {
  const { provenance } = dossier.status;
  const value = <Content extends object>(name: string, content: Content) => ({
    id: `${name}-${dossier._id}`,
    ...content,
    provenance,
  });
  const { surname, givenName } = person;
  return {
    ...dossier,
    names: [value('VN', { kind: 'LEGAL', script: 'RUSSIAN', surname, givenName })],
    birth: value('VB', { date: person.birthDate }),
    birthPlace: value('VP', person.birthPlace),
    contacts: [...dossier.contacts, value('VC', { kind: 'PHONE', value: person.phone })],
    instruments: [
      ...dossier.instruments,
      value('VA', { kind: 'ACCOUNT', account: person.account, node: 'NODE-ACCOUNT' }),
      value('VW', { kind: 'WALLET', ...person.wallet, node: 'NODE-WALLET' }),
    ],
    infrastructure: [
      ...dossier.infrastructure,
      value('VI', { kind: 'IMEI', value: person.imei, checksum: 'PASSED', node: 'NODE-IMEI' }),
    ],
  } as DossierRecord;
}

/** States that only a search need tell from others: those of a person who was cleared. */
const clearedFrom = {
  'cleared, visible': 'visible',
  'cleared, released': 'released',
  'cleared, hit only': 'hit only',
} as const satisfies Record<string, StateName>;
const clearedNames = Object.keys(clearedFrom) as (keyof typeof clearedFrom)[];
export type SearchedName = StateName | keyof typeof clearedFrom;

/** Every state, and the id of the dossier that an agency has in it. */
export const searchedIn = (
  agency: DemoAgency,
): { name: SearchedName; id: string; state: SearchedState }[] => [
  ...stateNames.map((name) => ({ name, id: dossierIn(agency, name), state: states[name] })),
  ...clearedNames.map((name, index) => ({
    name,
    id: markedId(agency === 'BELARUS' ? 'BY' : 'RU', 90 + index),
    state: { ...states[clearedFrom[name]], isCleared: true },
  })),
];

/** The marked records, each of the same person, and those of people who were cleared. */
export function searchedRecords(agency: DemoAgency, now = new Date()): MarkedRecords {
  const records = markedRecords(agency, now);
  const byId = new Map(records.dossiers.map((dossier) => [dossier._id, dossier]));
  const dossiers = searchedIn(agency).map(({ name, id, state }) => {
    const like = byId.get(
      dossierIn(
        agency,
        name in clearedFrom ? clearedFrom[name as keyof typeof clearedFrom] : (name as StateName),
      ),
    );
    const dossier = ofPerson(like as DossierRecord);
    return state.isCleared
      ? {
          ...dossier,
          _id: id,
          recordedWith: `marked ${id}`,
          status: { ...dossier.status, stage: 'ACQUITTED' as const },
        }
      : dossier;
  });
  return { ...records, dossiers, history: records.history };
}
