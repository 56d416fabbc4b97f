import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { matchUnder } from '../../../subgraphs/agency/matching/match-under.ts';
import { nodeNamingIn } from '../../../subgraphs/agency/matching/node-key-settings.ts';
import { readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { CheckedAdditions } from '../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Author, StepResult } from '../../../subgraphs/agency/records/dossier/step.ts';
import { amend, contest } from '../../../subgraphs/agency/records/dossier/steps/amend.ts';
import type { NodeNaming } from '../../../subgraphs/agency/records/formats/text/node-id.ts';
import { dossierWrites } from '../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { dossierOf } from '../../support/hand-made-dossiers.ts';
import { type Name, perAgency } from '../environment.ts';
import type { ChaosStack } from '../stack.ts';
import type { Way } from './planted.ts';

/** Writes dossiers as officers' actions and the run of retention do. */
export interface Planter {
  /** Records a dossier of a case of its own that holds one domain. @returns the name of the identifier among the agency's own */
  hold(name: Name, number: number): Promise<string>;
  takeBack(name: Name, number: number, way: Way): Promise<void>;
  close(): Promise<void>;
}

const prefixes = { belarus: 'BY', russia: 'RU' } as const;
const dossierId = (name: Name, number: number): string =>
  `${prefixes[name]}-${String(number).padStart(16, '0')}`;
const valueId = 'V000000000000';

function holding(name: Name, number: number, naming: NodeNaming): DossierRecord {
  const value = `taken-${number}.example.net`;
  const { match: _match, samePersonAs: _same, ...dossier } = dossierOf(dossierId(name, number));
  return {
    ...dossier,
    agency: name === 'belarus' ? 'BELARUS' : 'RUSSIA',
    handlingCode: 'ON_RELEASE',
    cases: [`${prefixes[name]}-2026-${String(number).padStart(6, '0')}`],
    documents: [],
    contacts: [],
    instruments: [],
    releases: [],
    links: [],
    infrastructure: [
      {
        id: valueId,
        kind: 'DOMAIN',
        value,
        node: naming.idOf('DOMAIN', value),
        checksum: 'NONE',
        provenance: dossier.status.provenance,
      },
    ],
  };
}

const authorOf = (dossier: DossierRecord): Author => ({
  // Another officer for each, whom the bounds of a day let do so.
  by: `chaos ${dossier._id}`,
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: dossier.cases[0] ?? '' },
  at: new Date(),
  idempotency: { key: `taken back ${dossier._id}`, fingerprint: 'chaos' },
});

/** The same value again, of which an officer says now that it is a victim's. */
function ofVictim(dossier: DossierRecord, author: Author): StepResult {
  const infrastructure = dossier.infrastructure.map(({ id: _id, ...value }) => ({ ...value, use: 'VICTIM' }));
  const change = {
    add: { infrastructure } as unknown as CheckedAdditions,
    remove: [valueId],
    reason: 'as it was told',
  };
  return amend(dossier, author, change, belarus.retention.removal);
}

/** Opens both agencies' databases beside the processes that are killed. */
export async function planter({ uris, environment }: ChaosStack): Promise<Planter> {
  const matchKeys = readMatchKeys(environment.MATCH_KEYS ?? '');
  const namingOf = (name: Name) => {
    const agency = name.toUpperCase() as Uppercase<Name>;
    return nodeNamingIn(environment, agency, { allowDevelopmentKeys: true, matchKeys });
  };
  const opened: Record<Name, OpenedAgency> = await perAgency((name) =>
    openAgency(
      name === 'belarus' ? belarus : russia,
      { uri: uris[name] },
      { matchKeys, naming: namingOf(name) },
    ),
  );
  const writes = (name: Name) => dossierWrites(opened[name].models, matchUnder(matchKeys, namingOf(name)));
  const done = (outcome: unknown, what: string) => {
    if (outcome !== true && outcome !== 'WRITTEN' && outcome !== 'INSERTED')
      throw new Error(`${what}: ${JSON.stringify(outcome)}`);
  };
  return {
    async hold(name, number) {
      const naming = namingOf(name);
      const dossier = holding(name, number, naming);
      done(await writes(name).insert({ dossier, entry: recordingStep(dossier) }), `recording ${dossier._id}`);
      return naming.idOf('DOMAIN', `taken-${number}.example.net`);
    },
    async takeBack(name, number, way) {
      const id = dossierId(name, number);
      const dossier = await writes(name).read(id);
      if (!dossier) throw new Error(`${id} is not there`);
      if (way === 'ERASED')
        return done(await opened[name].retention.eraseDossier(dossier, []), `erasing ${id}`);
      const author = authorOf(dossier);
      const result =
        way === 'CONTESTED'
          ? contest(dossier, author, { value: valueId, reason: 'as it was told' }, { contestDays: 3 })
          : ofVictim(dossier, author);
      if (!('step' in result)) throw new Error(`${id}: ${JSON.stringify(result)}`);
      done(await writes(name).take(dossier, result.step), `amending ${id}`);
    },
    async close() {
      await Promise.all(Object.values(opened).map((each) => each.close()));
    },
  };
}
