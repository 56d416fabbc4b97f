import fc from 'fast-check';
import { BestFindings } from '../../../../../subgraphs/agency/api/search/best-findings.ts';
import { type Comparison, findingOf } from '../../../../../subgraphs/agency/api/search/finding-of.ts';
import { onceARecord } from '../../../../../subgraphs/agency/api/search/once-a-record.ts';
import { agreementOf } from '../../../../../subgraphs/agency/matching/agreement.ts';
import { comparedFields, comparedPaths } from '../../../../../subgraphs/agency/matching/compared-fields.ts';
import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import type { Features } from '../../../../../subgraphs/agency/matching/features.ts';
import { indexedKeys, searchedKeys } from '../../../../../subgraphs/agency/matching/indexed-keys.ts';
import { score } from '../../../../../subgraphs/agency/matching/score.ts';
import { decidingFields, gateFields } from '../../../../../subgraphs/agency/permissions/by-record.ts';
import { permissionsOf } from '../../../../../subgraphs/agency/permissions/permissions.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { informationClasses } from '../../../../../terms/enums.ts';
import { randomDossiers, readOf } from './support/random-dossiers.ts';

const now = new Date();
const permissionsFor = permissionsOf(belarus);
const asking = (agency: Agency, number: string) =>
  permissionsFor(
    {
      viewer: { subject: 'officer', agency, roles: ['INVESTIGATOR'], cases: [number] },
      mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: number },
    },
    now,
  );

const permissionFields = [...decidingFields.own, ...decidingFields.foreign, ...gateFields] as const;
const whole = [...comparedFields(informationClasses), ...permissionFields];
const parts = [...comparedPaths(informationClasses), ...permissionFields];
const withoutDocuments = [
  ...comparedPaths(informationClasses, (field) => field !== 'documents'),
  ...permissionFields,
];

/** Each time anew, as all of them are worked out where every record is compared. */
const comparing = (sought: Features): Comparison => ({
  score: (record, counts) => score({ ...sought }, dossierFeatures(record, counts)),
  agreement: (record, counts) => agreementOf({ ...sought }, dossierFeatures(record, counts)),
  finds: (record, counts) => {
    const keys = new Set(searchedKeys(sought));
    return indexedKeys(dossierFeatures(record, counts)).some((key) => keys.has(key));
  },
});

/** The same, with what is worked out of a record or a name kept. */
const comparingOnce = (sought: Features): Comparison => {
  const { finds } = comparing(sought);
  const featuresIn = onceARecord(dossierFeatures);
  return {
    score: (record, counts) => score(sought, featuresIn(record, counts)),
    agreement: (record, counts) => agreementOf(sought, featuresIn(record, counts)),
    finds,
  };
};

describe('a search that leaves out what is not told', () => {
  const count = { told: 0, unasked: 0 };

  test.each<[Agency, string]>([
    ['RUSSIA', 'RU-2026-000001'],
    ['BELARUS', 'BY-2026-000001'],
  ])('tells viewers of %s exactly what one tells that compares everything', (agency, number) => {
    const permissions = asking(agency, number);
    fc.assert(
      fc.property(
        randomDossiers(1),
        randomDossiers(40),
        fc.integer({ min: 1, max: 2 }),
        fc.boolean(),
        ([asked], records, most, withDocument) => {
          const known = dossierFeatures(asked as object, (of) => of === 'IDENTITY');
          const sought = withDocument ? known : { ...known, nationalIds: [], passports: [] };
          const [all, best] = [new BestFindings(most), new BestFindings(most)];
          const [slow, once] = [comparing(sought), comparingOnce(sought)];
          let [asks, lessAsks] = [0, 0];
          const counted: Comparison = {
            ...slow,
            finds: (...of) => {
              asks += 1;
              return slow.finds(...of);
            },
          };
          const lessCounted: Comparison = {
            ...once,
            finds: (...of) => {
              lessAsks += 1;
              return once.finds(...of);
            },
          };
          for (const record of records) {
            const finding = findingOf(readOf(record, whole), counted, permissions, { needsBand: false });
            if (finding) all.add(finding);
            const read = readOf(record, withDocument ? parts : withoutDocuments);
            const wanted = findingOf(read, lessCounted, permissions, {
              needsBand: false,
              isWanted: (each) => best.admits(each),
            });
            if (wanted) best.add(wanted);
          }
          const told = (findings: BestFindings) =>
            findings.all().map((finding) => ({
              ...finding,
              dossier: finding.kind === 'DOSSIER' ? finding.dossier._id : finding.dossier,
            }));
          expect(told(best)).toEqual(told(all));
          count.told += told(all).length;
          count.unasked += asks - lessAsks;
        },
      ),
      { numRuns: 100 },
    );
  });

  test('tells some, and asks less', () => {
    expect(count.told).toBeGreaterThan(100);
    expect(count.unasked).toBeGreaterThan(0);
  });
});
