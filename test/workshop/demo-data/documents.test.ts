import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { IdentityDocument } from '../../../subgraphs/agency/records/values/documents.ts';
import * as belarus from '../../../workshop/demo-data/invented/belarus.ts';
import * as russia from '../../../workshop/demo-data/invented/russia.ts';
import { unlinkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { confirmedPairs, everyDossier, linksAt, records } from './population.ts';

describe('check digits are as published numbers have them', () => {
  test('a personal number of Belarus', () => expect(belarus.personalNumberDigit('0000000A000PB')).toBe('2'));
  test('a tax number of Belarus', () => expect(belarus.taxNumberDigit('MA195368')).toBe(4));
  test('a tax number of Russia', () => expect(russia.taxNumberDigits('1234567890')).toBe('47'));
  test('an insurance number of Russia', () => expect(russia.insuranceNumberDigits('112233445')).toBe('95'));
});

/** The number with its check digits worked out again. */
function corrected({ kind, issuer, number }: IdentityDocument): string {
  if (kind === 'PERSONAL_NUMBER')
    return number.slice(0, 13) + belarus.personalNumberDigit(number.slice(0, 13));
  if (kind === 'INSURANCE_NUMBER')
    return number.slice(0, 9) + russia.insuranceNumberDigits(number.slice(0, 9));
  return issuer === 'BY'
    ? number.slice(0, 8) + belarus.taxNumberDigit(number.slice(0, 8))
    : number.slice(0, 10) + russia.taxNumberDigits(number.slice(0, 10));
}

const withCheckDigits: readonly string[] = ['PERSONAL_NUMBER', 'TAX_NUMBER', 'INSURANCE_NUMBER'];

test('a checksum says whether the check digits are right, and few are wrong', () => {
  const documents = everyDossier.flatMap((dossier) => dossier.documents);
  for (const document of documents) {
    const { kind, number, checksum } = document;
    if (!withCheckDigits.includes(kind)) expect(checksum).toBe('NONE');
    else expect(checksum).toBe(corrected(document) === number ? 'PASSED' : 'FAILED');
  }
  const failed = documents.filter(({ checksum }) => checksum === 'FAILED').length;
  expect(failed).toBeGreaterThan(5);
  expect(failed).toBeLessThan(documents.length / 10);
});

describe('no number can be anybody’s', () => {
  // Serials from 900, series beyond nine million, region X, region 00, nine hundred millions: see `invented/`.
  const forms: Record<string, RegExp> = {
    'BY PERSONAL_NUMBER': /^[3-6]\d{6}[ABCHKEM]9\d\d(PB|BA|BI)\d$/,
    'BY PASSPORT': /^(AB|BM|HB|KH|MP|MC|KB|PP)9\d{6}$/,
    'BY TAX_NUMBER': /^X[ABCEHKMOPT]\d{7}$/,
    'BY OTHER': /^DEMO\d{6}$/,
    'RU PASSPORT': /^00\d{8}$/,
    'RU TRAVEL_PASSPORT': /^00\d{7}$/,
    'RU TAX_NUMBER': /^00\d{10}$/,
    'RU INSURANCE_NUMBER': /^9\d{10}$/,
    'RU OTHER': /^DEMO\d{6}$/,
  };
  const numbers = everyDossier.flatMap(({ documents }) =>
    documents.map(({ issuer, kind, number }) => ({ form: forms[`${issuer} ${kind}`], issuer, number })),
  );

  test('of a state that the agencies are of', () => {
    for (const { form, issuer, number } of numbers)
      if (['BY', 'RU'].includes(issuer)) expect(number).toMatch(form ?? 'a form');
  });

  test('nor of another', () => {
    const others = numbers.filter(({ issuer }) => !['BY', 'RU'].includes(issuer));
    expect(others.length).toBeGreaterThan(0);
    for (const { number } of others) expect(number).toMatch(/^N0000\d{4}$/);
  });
});

test('personal numbers tell the sex and the birth date of their holder', () => {
  const told = everyDossier.flatMap(({ birth, sex, documents }) =>
    documents
      .filter(({ kind }) => kind === 'PERSONAL_NUMBER')
      .flatMap(({ number }) => (birth && sex ? [{ number, date: birth.date, sex: sex.sex }] : [])),
  );
  const born = told.filter(({ number, date }) => number.slice(5, 7) === date.slice(2, 4));
  expect(born).toHaveLength(told.length);
  for (const { number, sex } of told) expect(Number(number[0]) % 2 === 0).toBe(sex === 'FEMALE');
});

describe('the documents of one person', () => {
  const numbersOf = ({ documents }: DossierRecord, kind: string, issuer: string) =>
    documents
      .filter((document) => document.kind === kind && document.issuer === issuer)
      .filter(({ checksum }) => checksum !== 'FAILED')
      .map(({ number }) => number);
  const kinds = [
    ['PERSONAL_NUMBER', 'BY'],
    ['PASSPORT', 'BY'],
    ['PASSPORT', 'RU'],
    ['TAX_NUMBER', 'RU'],
    ['INSURANCE_NUMBER', 'RU'],
  ] as const;

  test.each(kinds)('%s of %s agree where both agencies have them', (kind, issuer) => {
    const both = confirmedPairs(records)
      .map((pair) => [numbersOf(pair.BELARUS, kind, issuer), numbersOf(pair.RUSSIA, kind, issuer)])
      .filter(([own, foreign]) => own?.length === 1 && foreign?.length === 1);
    expect(both.length).toBeGreaterThan(3);
    for (const [own, foreign] of both) expect(own).toEqual(foreign);
  });

  test.each(kinds)('%s of %s are no other person’s', (kind, issuer) => {
    const linked = new Map(confirmedPairs(records).map(({ BELARUS, RUSSIA }) => [RUSSIA._id, BELARUS._id]));
    const unverified = linksAt('RUSSIA', records).filter(
      ({ link }) => link.own.decision !== link.told.decision,
    );
    for (const { holder, link } of unverified) linked.set(holder._id, link.dossier ?? '');
    linked.set(unlinkedPerson.RUSSIA, unlinkedPerson.BELARUS);
    const holders = new Map<string, string>();
    for (const dossier of everyDossier) {
      const person = linked.get(dossier._id) ?? dossier._id;
      for (const number of numbersOf(dossier, kind, issuer)) {
        expect(holders.get(number) ?? person).toBe(person);
        holders.set(number, person);
      }
    }
  });
});
