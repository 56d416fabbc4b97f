import type { Answered, Officer } from '../../../support/world/officer.ts';

const outcome = `__typename ... on BelarusRecordedDossier { id: of dossier { releases { id state } } }
  ... on InvalidInput { problems { path code } } ... on UnknownRecord { id: of } ... on StaleVersion { currentVersion }`;
const propose = `mutation ($input: ReleaseInput!) { belarus { proposeRelease(input: $input) { ${outcome} } } }`;
const grant = `mutation ($input: GrantReleaseInput!) { belarus { grantRelease(input: $input) { ${outcome} } } }`;
const recall = `mutation ($input: RecallReleaseInput!) { belarus { recallRelease(input: $input) { ${outcome} } } }`;

interface Releasing extends Pick<Answered, 'codes'> {
  __typename?: string;
  currentVersion?: number;
  problems?: { path: string; code: string }[];
  /** The release that was proposed last. */
  release: string;
}

async function take(action: string, officer: Officer, document: string, input: object): Promise<Releasing> {
  const { data, codes } = await officer.run(document, { input });
  const taken = data.belarus[action];
  return { ...taken, codes, release: taken?.dossier?.releases?.at(-1)?.id };
}

/** As an officer who has read the dossier as it is, and reads it again when somebody has come between. */
async function takeAsItIs(action: string, officer: Officer, document: string, input: object) {
  let taken = await take(action, officer, document, { version: 1, ...input });
  for (let attempt = 1; taken.currentVersion !== undefined && attempt < 10; attempt++)
    taken = await take(action, officer, document, { ...input, version: taken.currentVersion });
  return taken;
}

/** For a month from now, of IDENTITY and CASE, for INVESTIGATION. */
export const proposalTo = (dossier: string) => ({
  dossier,
  to: 'RUSSIA',
  classes: ['IDENTITY', 'CASE'],
  purposes: ['INVESTIGATION'],
  until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  reason: 'Joint investigation',
});

export const proposeRelease = (officer: Officer, input: object) =>
  takeAsItIs('proposeRelease', officer, propose, input);
export const grantRelease = (officer: Officer, dossier: string, release: string) =>
  takeAsItIs('grantRelease', officer, grant, { dossier, release });
/** From the version that is given, and from no other. */
export const releaseFrom = (version: number, officer: Officer, input: object) =>
  take('proposeRelease', officer, propose, { ...input, version });
export const grantFrom = (version: number, officer: Officer, dossier: string, release: string) =>
  take('grantRelease', officer, grant, { dossier, release, version });
export const recallRelease = (officer: Officer, dossier: string, release: string, reason = 'It is over') =>
  take('recallRelease', officer, recall, { dossier, release, reason });

/** What there is of a dossier for a viewer, entered by its id. */
export const halfOf = (selection: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { ${selection} } } } }`;

/** The half of a suspect, with its answer. */
export async function read(
  officer: Officer,
  dossier: string,
  selection = 'id names { full } status { stage }',
) {
  const answered = await officer.run(halfOf(selection), { of: [{ __typename: 'Suspect', id: dossier }] });
  return { ...answered, half: answered.data?._entities[0].belarus };
}
