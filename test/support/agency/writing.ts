import type { AgencyInProcess } from '../world/agency.ts';
import type { Asking } from '../world/officer.ts';

export const investigator: Partial<Asking> = { roles: ['INVESTIGATOR'] };
export const supervisor: Partial<Asking> = { roles: ['SUPERVISOR'] };
export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
export const name = (surname: string) => ({
  kind: 'LEGAL',
  script: 'LATIN',
  surname,
  givenName: 'Test',
  provenance,
});
export const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [name('Probny')],
  birth: { date: '1990-05-17', provenance },
  contacts: [{ kind: 'PHONE', value: '+375 00 123-45-67', provenance }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

const answer = `__typename
  ... on BelarusRecordedDossier { dossier { id version handlingCode names { id surname provenance { contested } }
    contacts { value } offences { id } status { stage } } }
  ... on InvalidInput { problems { path code } }`;
const others = '... on StaleVersion { currentVersion } ... on UnknownRecord { id: of }';
const action = (field: string, type: string) =>
  `mutation ($input: ${type}!) { belarus { ${field}(input: $input) { ${answer} ${type === 'DossierInput' ? '' : others} } } }`;

interface Result {
  __typename: string;
  dossier: {
    id: string;
    version: number;
    handlingCode: string;
    names: { id: string; surname: string; provenance: { contested: boolean } }[];
    contacts: { value: string }[];
    offences: { id: string }[];
    status: { stage: string };
  };
  problems?: { path: string; code: string }[];
  currentVersion?: number;
}

/** What officers of an agency write, and what becomes of it. */
export function writingTo(agency: () => AgencyInProcess) {
  async function act(field: string, type: string, input: unknown, officer: Partial<Asking>) {
    const { result } = await agency().run(action(field, type), { input }, officer);
    const data = result.data as { belarus: Record<string, Result> } | null | undefined;
    const [error] = result.errors ?? [];
    return {
      result: data?.belarus[field] as Result,
      code: error?.extensions.code,
      message: error?.message,
    };
  }
  const record = (input: unknown, officer = investigator) =>
    act('recordDossier', 'DossierInput', input, officer);
  const amend = (input: unknown, officer = investigator) =>
    act('amendDossier', 'AmendDossierInput', input, officer);
  const recorded = async () => (await record(person)).result.dossier;
  const count = () => agency().models.dossiers.countDocuments({});
  return { act, record, amend, recorded, count };
}
