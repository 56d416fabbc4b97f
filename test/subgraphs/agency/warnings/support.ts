import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { ComparingPace } from '../../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import type { Message } from '../../../../subgraphs/agency/records/messages/message.ts';
import { insertLists } from '../../../../subgraphs/agency/storage/lists/update-lists.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../subgraphs/russia/definition.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Role } from '../../../../terms/enums.ts';
import { carrying } from '../../../models/warnings/two-agencies.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { insertStored } from '../../../support/insert-stored.ts';
import { findable, testNaming } from '../../../support/match-keys.ts';
import { permissionsAgency } from '../../../support/permissions-agency.ts';
import { newKeys } from '../../../support/two-key/change-keys.ts';

export const caseOf = { BELARUS: 'BY-2026-000001', RUSSIA: 'RU-2026-000001' } as const;

const { provenance } = dossierOf('BY-0000000000').status;

type StoredThing = DossierRecord['infrastructure'][number];

/** A domain that a dossier holds, under the name of its value. */
export const domain = (value: string, changed: Partial<StoredThing> = {}): StoredThing => ({
  id: `V${value
    .replace(/\W/g, '')
    .toUpperCase()
    .replace(/[ILOU]/g, '0')
    .padStart(12, '0')
    .slice(-12)}`,
  kind: 'DOMAIN',
  value,
  node: testNaming.idOf('DOMAIN', value),
  checksum: 'NONE',
  provenance,
  ...changed,
});

/** A dossier of one agency that holds these things alone. */
export const holding = (
  _id: string,
  infrastructure: StoredThing[],
  changed: Partial<DossierRecord> = {},
): DossierRecord =>
  dossierOf(_id, {
    handlingCode: 'ON_RELEASE',
    cases: [_id.startsWith('BY') ? caseOf.BELARUS : caseOf.RUSSIA],
    documents: [],
    contacts: [],
    instruments: [],
    infrastructure,
    releases: [],
    links: [],
    ...changed,
  });

export interface ShownAlert {
  id: string;
  state: string;
  version: number;
  kind: string | null;
  case: string;
  reference: string;
  dossiers: { id: string }[];
  isLinked: boolean | null;
  hasEndedThere: boolean;
  isUnseen: boolean;
}

const shown =
  'id state version isUnseen agency kind case reference dossiers { id } isLinked hasEndedThere reason named means';
const namespace = { BELARUS: 'belarus', RUSSIA: 'russia' } as const;

/** Enough for everything of a test to go in one round. */
export const quick: ComparingPace = { rhythm: 180_000, slots: 12, quota: 100_000, perDay: 1_000 };

/** Two agencies that compare identifiers, on a clock that the test turns and with messages that it carries. */
export async function warningWorld({
  pace = quick,
  keys = newKeys(),
  start = new Date(),
  onWrongProof,
}: {
  pace?: ComparingPace;
  /** Of another world, whose references are to be the same. */
  keys?: ReturnType<typeof newKeys>;
  start?: Date;
  onWrongProof?: (other: Agency, fault: string) => void;
} = {}) {
  const open = (definition: typeof belarus) =>
    permissionsAgency(definition, {
      comparing: {
        indicatorKeys: keys[definition.agency],
        pace,
        ...(onWrongProof && { onWrongProof }),
      },
    });
  const of = { BELARUS: await open(belarus), RUSSIA: await open(russia) };
  const carried = carrying(of);
  let now = start;

  const as = (agency: Agency, ...roles: Role[]) => of[agency].as(agency, ...roles).at(now);
  const it = {
    of,
    keys,
    ...carried,
    get now() {
      return now;
    },
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    as,
    /** Records dossiers, with all that follows from them, as a write does. */
    async record(agency: Agency, ...dossiers: DossierRecord[]) {
      const { models } = of[agency];
      const recorded = dossiers.map(findable);
      await insertStored(models.dossiers, recorded);
      await insertLists(models, testNaming, recorded);
    },
    /** The same by one officer. */
    async recordBy(agency: Agency, by: string, ...dossiers: DossierRecord[]) {
      const { models } = of[agency];
      const recorded = dossiers.map((each) => findable({ ...each, recordedWith: `${by} ${each._id}` }));
      await insertStored(models.dossiers, recorded);
      await insertLists(models, testNaming, recorded, undefined, {
        officer: { by, recorder: `hash of ${by}` },
      });
    },
    /** Lets rounds go by, three unless it is said, after which what was recorded is told. */
    async rounds(count = 3, each?: (message: Message) => Message | undefined) {
      let parked = 0;
      for (let round = 0; round < count; round++) {
        it.pass(pace.rhythm);
        for (const agency of [of.BELARUS, of.RUSSIA]) await agency.compareNow(now);
        parked += await carried.handOver(now, each);
      }
      return parked;
    },
    /** The alerts that an officer of an agency lists. */
    async alerts(agency: Agency, officer = as(agency, 'INVESTIGATOR')): Promise<ShownAlert[]> {
      const own = namespace[agency];
      const { data, errors } = await officer.run(`{ ${own} { alerts(first: 100) { nodes { ${shown} } } } }`);
      if (errors) throw new Error(`alerts cannot be listed: ${errors[0]?.message} ${errors[0]?.path}`);
      return data[own].alerts.nodes;
    },
    async step(agency: Agency, action: string, input: object, officer = as(agency, 'INVESTIGATOR')) {
      const own = namespace[agency];
      const type = `${action.charAt(0).toUpperCase()}${action.slice(1)}Input`;
      const { data, codes } = await officer.run(
        `mutation ($input: ${type}!) { ${own} { ${action}(input: $input) { __typename
          ... on RecordedAlert { alert { ${shown} } } ... on InvalidInput { problems { code path } }
          ... on StaleVersion { currentVersion } ... on UnknownRecord { of } } } }`,
        { input },
      );
      return { codes, result: data?.[own]?.[action] };
    },
    /** Changes a dossier by an action on it. */
    async change(
      agency: Agency,
      action: string,
      type: string,
      input: object,
      role: Role = 'INVESTIGATOR',
      number: string = caseOf[agency],
    ) {
      const own = namespace[agency];
      const { data, errors } = await as(agency, role)
        .for('INVESTIGATION', number)
        .run(
          `mutation ($input: ${type}!) { ${own} { ${action}(input: $input) { __typename ... on InvalidInput { problems { code path } } } } }`,
          { input },
        );
      const result = data?.[own]?.[action];
      if (!/Recorded/.test(result?.__typename ?? '')) throw new Error(JSON.stringify({ result, errors }));
    },
    /** An officer of its case contests the first thing of a dossier, or takes that back. */
    contest: (
      agency: Agency,
      { _id, infrastructure, cases }: DossierRecord,
      version = 1,
      action = 'contestValue',
    ) => {
      const input = { dossier: _id, version, value: infrastructure[0]?.id, reason: 'as it was told' };
      return it.change(agency, action, 'ValueInput', input, 'INVESTIGATOR', cases[0]);
    },
    async stop() {
      await Promise.all(Object.values(of).map((each) => each.stop()));
    },
  };
  return it;
}
export type WarningWorld = Awaited<ReturnType<typeof warningWorld>>;
