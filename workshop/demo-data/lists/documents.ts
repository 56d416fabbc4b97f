import type { IdentityDocument } from '../../../subgraphs/agency/records/values/documents.ts';
import type { Random } from '../chance/random.ts';
import * as belarus from '../invented/belarus.ts';
import { digits, mistyped } from '../invented/digits.ts';
import * as russia from '../invented/russia.ts';
import type { Person } from '../people/person.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { trueCitizenships } from './citizenships.ts';

type Document = Omit<Draft<IdentityDocument>, 'provenance'>;

const withCheckDigit: readonly Document['kind'][] = ['PERSONAL_NUMBER', 'TAX_NUMBER', 'INSURANCE_NUMBER'];

/** Belarus numbers its citizens, and foreigners and stateless people who live there. */
function ofBelarus(person: Person, isCitizen: boolean, truth: Random): Document[] {
  const holder = truth.weighted([
    ['BA', 4],
    ['BI', 1],
  ] as const);
  const livesThere = truth.chance(0.15);
  const number = belarus.personalNumber(person, isCitizen ? 'PB' : holder, truth);
  const passport = belarus.passport(truth);
  const trades = truth.chance(0.2);
  const taxNumber = belarus.taxNumber(truth);
  return [
    ...(isCitizen || livesThere ? [{ kind: 'PERSONAL_NUMBER', issuer: 'BY', number } as const] : []),
    ...(isCitizen ? [{ kind: 'PASSPORT', issuer: 'BY', number: passport } as const] : []),
    ...(isCitizen && trades ? [{ kind: 'TAX_NUMBER', issuer: 'BY', number: taxNumber } as const] : []),
  ];
}

/** Russia gives its citizens all of these, and foreigners who work there a tax and an insurance number. */
function ofRussia(isCitizen: boolean, truth: Random): Document[] {
  const worksThere = isCitizen || truth.chance(0.25);
  const passport = russia.passport(truth);
  const travelPassport = russia.travelPassport(truth);
  const travels = truth.chance(0.4);
  const [taxNumber, insuranceNumber] = [russia.taxNumber(truth), russia.insuranceNumber(truth)];
  const issuer = 'RU';
  return [
    ...(isCitizen ? [{ kind: 'PASSPORT', issuer, number: passport } as const] : []),
    ...(isCitizen && travels ? [{ kind: 'TRAVEL_PASSPORT', issuer, number: travelPassport } as const] : []),
    ...(worksThere ? [{ kind: 'TAX_NUMBER', issuer, number: taxNumber } as const] : []),
    ...(worksThere ? [{ kind: 'INSURANCE_NUMBER', issuer, number: insuranceNumber } as const] : []),
  ];
}

function trueDocuments(recording: Recording): Document[] {
  const truth = recording.ofPerson('documents');
  const countries = trueCitizenships(recording);
  const documents = [
    ...ofBelarus(recording.person, countries.includes('BY'), truth),
    ...ofRussia(countries.includes('RU'), truth),
  ];
  for (const country of countries.filter((code) => code !== 'BY' && code !== 'RU'))
    documents.push({ kind: 'PASSPORT', issuer: country, number: `N0000${digits(truth, 4)}` });
  // A driving licence, say: numbers of no fixed form.
  const licence = `DEMO${digits(truth, 6)}`;
  if (truth.chance(0.12))
    documents.push({ kind: 'OTHER', issuer: truth.pick(['BY', 'RU'] as const), number: licence });
  return documents;
}

/** An agency knows its own state's documents better than others, and writes a number wrong now and then. */
export function documents(recording: Recording): Draft<IdentityDocument>[] {
  const own = recording.ofAgency('documents');
  const state = recording.agency === 'BELARUS' ? 'BY' : 'RU';
  return trueDocuments(recording)
    .filter(({ issuer }) => own.chance(issuer === state ? 0.85 : 0.4))
    .map((document) => {
      const isWrong = withCheckDigit.includes(document.kind) && own.chance(0.04);
      return {
        ...document,
        ...(isWrong && { number: mistyped(document.number, own) }),
        provenance: provenanceOf(recording, own),
      };
    });
}
