import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { newDossierId } from '../../../../../subgraphs/agency/records/random-id.ts';
import { insertLists } from '../../../../../subgraphs/agency/storage/lists/update-lists.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { take } from '../../../../actions/take.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { operationAt } from '../../../../support/hand-made-operations.ts';
import { insertStored } from '../../../../support/insert-stored.ts';
import { findable, testNaming } from '../../../../support/match-keys.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { type Comparing, comparingWorld } from '../../../../support/world/comparing.ts';
import type { Side } from '../../../../support/world/sides.ts';

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

/** Both agencies, which compare identifiers of dossiers that a test records. */
export async function warningWorld(given: Comparing = {}) {
  const both = await comparingWorld(given);
  const { of, as } = both;
  const it = Object.assign(both, {
    /** Records dossiers, with all that follows from them, as a write does. */
    async record(agency: Side, ...dossiers: DossierRecord[]) {
      const { models } = of[agency];
      const recorded = dossiers.map(findable);
      await insertStored(models.dossiers, recorded);
      await insertLists(models, testNaming, recorded);
    },
    /** The same by one officer. */
    async recordBy(agency: Side, by: string, ...dossiers: DossierRecord[]) {
      const { models } = of[agency];
      const recorded = dossiers.map((each) => findable({ ...each, recordedWith: `${by} ${each._id}` }));
      await insertStored(models.dossiers, recorded);
      await insertLists(models, testNaming, recorded, undefined, {
        officer: { by, recorder: `hash of ${by}` },
      });
    },
    /** The alerts that an officer of an agency lists. */
    async alerts(agency: Side, officer = as(agency, 'INVESTIGATOR')): Promise<ShownAlert[]> {
      const own = namespace[agency];
      const { data, errors } = await officer.run(`{ ${own} { alerts(first: 100) { nodes { ${shown} } } } }`);
      if (errors) throw new Error(`alerts cannot be listed: ${errors[0]?.message} ${errors[0]?.path}`);
      return data[own].alerts.nodes;
    },
    async step(agency: Side, action: string, input: object, officer = as(agency, 'INVESTIGATOR')) {
      const { codes, ...result } = await take(officer, agency, action, input, `alert { ${shown} }`);
      return { codes, result };
    },
    /** Changes a dossier by an action on it. */
    async change(
      agency: Side,
      action: string,
      input: object,
      role: Role = 'INVESTIGATOR',
      number: string = caseOf[agency],
    ) {
      const officer = as(agency, role).for('INVESTIGATION', number);
      const taken = await take(officer, agency, action, input);
      if (!taken.__typename?.includes('Recorded')) throw new Error(JSON.stringify(taken));
    },
    /** An officer of its case contests the first thing of a dossier, or takes that back. */
    contest: (
      agency: Side,
      { _id, infrastructure, cases }: DossierRecord,
      version = 1,
      action = 'contestValue',
    ) => {
      const input = { dossier: _id, version, value: infrastructure[0]?.id, reason: 'as it was told' };
      return it.change(agency, action, input, 'INVESTIGATOR', cases[0]);
    },
  });
  return it;
}
export type WarningWorld = Awaited<ReturnType<typeof warningWorld>>;

/** An operation of which the investigator and the liaison officer of Belarus are members. */
export async function operationAmong({ of }: Pick<WarningWorld, 'of'>): Promise<string> {
  const members = { lead: 'belarus-investigator', liaison: 'belarus-liaison' };
  const { name: _name, ...record } = operationAt('ACTIVE', { name: newDossierId('X').slice(2), ...members });
  await of.BELARUS.models.operations.create(record);
  return record._id;
}
