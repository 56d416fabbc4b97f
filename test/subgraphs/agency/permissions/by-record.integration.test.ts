import fc from 'fast-check';
import {
  type Asking,
  byRecordFilter,
  decideByRecord,
  existenceGate,
} from '../../../../subgraphs/agency/permissions/by-record.ts';
import {
  isForMandate,
  isInForce,
  type Release,
} from '../../../../subgraphs/agency/records/dossier/release.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { decidedClasses, handlingCodes, linkDecisions, purposes } from '../../../../terms/enums.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const now = new Date('2026-11-24T12:00:00Z');
/** Few, and the present among them, so that every boundary is met. */
const momentIn = (...hours: number[]) =>
  fc.constantFrom(...hours).map((each) => new Date(now.getTime() + each * 3_600_000));
const caseNumber = fc.constantFrom('BY-2026-000001', 'RU-2026-000001');
const agency = fc.constantFrom('BELARUS' as const, 'RUSSIA' as const);
/** More often what makes a release count, or hardly any would. */
const often = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: other });
const many = <T>(items: readonly T[]) =>
  often(fc.constant([...items]), fc.subarray([...items], { minLength: 1 }));
const reader = often(fc.constant('RUSSIA' as const), agency);

const release = fc
  .record({
    to: reader,
    classes: many(decidedClasses),
    purposes: many(purposes),
    from: momentIn(-2, -1, 0, 1),
    until: momentIn(-1, 0, 1, 2),
    case: often(fc.constant(undefined), caseNumber),
    grantedAt: often(momentIn(-2, -1, 0, 1, 2), fc.constant(undefined)),
    recalledAt: often(fc.constant(undefined), momentIn(-2, -1, 0, 1)),
  })
  // What is not there is absent, as in a stored dossier.
  .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
const decision = fc.record({ decision: fc.constantFrom(...linkDecisions) });
const dossier = fc.record({
  handlingCode: fc.constantFrom(...handlingCodes),
  cases: fc.subarray(['BY-2026-000001', 'RU-2026-000001']),
  releases: fc.array(release, { maxLength: 2 }) as unknown as fc.Arbitrary<Release[]>,
  links: fc.array(
    fc.record({ agency, dossier: fc.constant('RU-0000000001'), own: decision, told: decision }),
    {
      maxLength: 2,
    },
  ),
});
type Dossier = (typeof dossier extends fc.Arbitrary<infer Of> ? Of : never) & { _id: string };

const asking: fc.Arbitrary<Asking> = fc
  .record({
    agency: reader,
    purpose: fc.constantFrom(...purposes),
    case: fc.option(caseNumber, { nil: undefined }),
    shareable: fc.subarray([...decidedClasses]),
    wantReason: fc.subarray([...decidedClasses]),
  })
  .map(({ agency: of, purpose, case: caseNumber, shareable, wantReason }) => ({
    owner: 'BELARUS',
    viewer: { subject: 'officer', agency: of, roles: [], cases: [] },
    mandate: {
      purpose,
      legalBasis: 'COOPERATION_AGREEMENT',
      ...(caseNumber !== undefined && { case: caseNumber }),
    },
    side: of === 'BELARUS' ? 'own' : 'foreign',
    now,
    shareable,
    wantReason,
  }));

/** The existence gate, as the rules have it in words. */
function isThere({ handlingCode, releases, links }: Dossier, { side, viewer, mandate }: Asking): boolean {
  if (side === 'own' || handlingCode === 'SHAREABLE') return true;
  if (handlingCode === 'ORIGINATOR_ONLY') return false;
  const isLinked = links.some(
    ({ agency: of, own, told }) =>
      of === viewer.agency && own.decision === 'SAME' && told.decision === 'SAME',
  );
  const asks = { agency: viewer.agency, mandate, now };
  return (
    isLinked ||
    releases.some((one) => one.to === viewer.agency && isInForce(one, now) && isForMandate(one, asks))
  );
}

describe('what the database finds for a viewer is what the record allows', () => {
  let subgraph: AgencyInProcess;
  beforeAll(async () => {
    subgraph = await agencyInProcess(belarus);
  });

  const found = async (...filters: object[]) => {
    const rows = await subgraph.models.dossiers.collection.find({ $and: [{}, ...filters] }).toArray();
    return rows.map(({ _id }) => String(_id)).sort();
  };

  test('for the existence of a dossier, and for each of its classes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dossier, { minLength: 1, maxLength: 8 }), asking, async (made, asks) => {
        const dossiers: Dossier[] = made.map((each, index) => ({ ...each, _id: `BY-000000000${index}` }));
        // Past the model, since only what decides is there.
        const { collection } = subgraph.models.dossiers;
        await collection.deleteMany({});
        await collection.insertMany(dossiers.map((each) => ({ ...each, recordedWith: each._id })) as never[]);
        const gate = existenceGate(asks);
        const there = dossiers.filter((each) => isThere(each, asks));
        expect(await found(gate)).toEqual(there.map(({ _id }) => _id));
        for (const column of decidedClasses) {
          const allowed = there.filter((each) => decideByRecord(column, each, asks) === 'ALLOW');
          const filter = byRecordFilter(column, asks);
          const inDatabase = filter ? await found(gate, filter) : [];
          expect([column, inDatabase]).toEqual([column, allowed.map(({ _id }) => _id)]);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
