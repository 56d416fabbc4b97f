import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { dayFromNow } from '../../../../support/hand-made-measures.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

/** Inputs of the actions on measures. */
const inputs: Readonly<Record<string, string>> = {
  planMeasure: 'PlanMeasureInput',
  authoriseMeasure: 'AuthoriseMeasureInput',
  startMeasure: 'StartMeasureInput',
  finishMeasure: 'FinishMeasureInput',
  cancelMeasure: 'EndMeasureInput',
  liftMeasure: 'EndMeasureInput',
  amendDossier: 'AmendDossierInput',
  closeDossier: 'CloseDossierInput',
  recordDossier: 'DossierInput',
};

const fields = `id kind state date window { from until } region ground case target plannedBy authorisedBy startedBy urgency
  isUnauthorised outcome { arrested seized { amount currency } } provenance { contested }`;
export const measuresOf = `version measures { ${fields} } plannedMeasures { ${fields} }`;

/** A measure as it is read. */
export interface ReadMeasure {
  id: string;
  state: string;
  [field: string]: unknown;
}

export interface Acted {
  codes: unknown[];
  __typename?: string;
  problems?: { path: string; code: string }[];
  of?: string;
  dossier?: { version: number; measures: ReadMeasure[]; plannedMeasures: ReadMeasure[] };
}

/** Takes an action, and tells what came of it. */
export async function act(officer: Officer, action: string, input: object): Promise<Acted> {
  const { data, codes } = await officer.run(
    `mutation ($input: ${inputs[action]}!) { belarus { ${action}(input: $input) { __typename
      ... on BelarusRecordedDossier { of dossier { ${measuresOf} } } ... on InvalidInput { problems { path code } } } } }`,
    { input },
  );
  return { codes, ...data?.belarus?.[action] };
}

/** The codes of what was wrong, with their places; of an error its code alone. */
export const refusedWith = ({ codes, problems, __typename }: Acted): unknown[] =>
  codes.length > 0
    ? codes
    : (problems?.map(({ path, code }) => `${path} ${code}`) ?? [__typename?.replace(/^Belarus/, '')]);

export const ownCase = 'BY-2026-000001';

/** A plan that is taken: of today and the three days after it. */
export const plan = {
  kind: 'SEARCH',
  window: { from: dayFromNow(0), until: dayFromNow(3) },
  region: 'BY-HM',
  ground: 'Code of Criminal Procedure, Article 208',
  provenance,
};

interface Listed {
  id: string;
  dossier: { id: string };
  planned: ReadMeasure | null;
  taken: ReadMeasure | null;
}

/** A dossier with these measures alone. */
export const dossierWith = (id: string, changed: Partial<DossierRecord> = {}): DossierRecord =>
  dossierOf(id, { measures: [], recordedWith: `recorder ${id}`, ...changed });

/** Belarus’s agency with these dossiers, and what its officers do and are told of their measures. */
export async function measureAgency(dossiers: readonly DossierRecord[]) {
  const agency: AgencyInProcess = await agencyInProcess(belarus, { dossiers });
  const officer = (role: Role, called: string, number = ownCase): Officer =>
    agency.as('BELARUS', role).called(called).for('INVESTIGATION', number);
  const versionOf = async (id: string) =>
    ((await agency.models.dossiers.findById(id).lean()) as { version: number }).version;
  const listed = async (asking: Officer, given = ''): Promise<Listed[]> => {
    const { data } = await asking.run(
      `{ belarus { measures(first: 100 ${given}) { nodes { id dossier { id } planned { id state } taken { id state } } } } }`,
    );
    return data.belarus.measures?.nodes ?? [];
  };
  return {
    agency,
    officer,
    versionOf,
    listed,
    inga: () => officer('INVESTIGATOR', 'inga'),
    lena: () => officer('INVESTIGATOR', 'lena'),
    sveta: () => officer('SUPERVISOR', 'sveta'),
    /** Takes a step on the dossier as it is. */
    step: async (asking: Officer, action: string, input: { dossier: string; [field: string]: unknown }) =>
      act(asking, action, { version: await versionOf(input.dossier), ...input }),
    statesIn: async (asking: Officer, id: string, given = '') =>
      (await listed(asking, given))
        .filter(({ dossier }) => dossier.id === id)
        .map(({ planned, taken }) => (planned ?? taken)?.state),
    /** The steps on measures of a dossier that wait for an officer, each with what they can do. */
    async waitingFor(asking: Officer, id: string): Promise<string[]> {
      const { data } = await asking.run(
        '{ belarus { waiting(first: 100) { nodes { kind steps { action } ... on WaitingMeasure { measure { id dossier { id } } } } } } }',
      );
      const nodes: { kind: string; steps: { action: string }[]; measure?: Listed }[] =
        data.belarus.waiting.nodes;
      return nodes
        .filter(({ measure }) => measure?.dossier.id === id)
        .map(({ kind, steps }) => [kind, ...steps.map(({ action }) => action)].join(' '));
    },
    async noticesTo(asking: Officer, id: string): Promise<string[]> {
      const { data } = await asking.run(
        '{ belarus { notices(first: 100) { nodes { kind dossier measure agency direction } } } }',
      );
      const nodes: { kind: string; dossier: string; measure: string }[] = data.belarus.notices.nodes;
      return nodes.filter(({ dossier }) => dossier === id).map(({ kind, measure }) => `${kind} ${measure}`);
    },
  };
}
export type MeasureAgency = Awaited<ReturnType<typeof measureAgency>>;
