import { type Taken, take } from '../../../../../actions/take.ts';
import type { Officer } from '../../../../../support/world/officer.ts';

interface Releasing extends Taken {
  /** The release that was proposed last. */
  release: string;
}

async function came(action: string, officer: Officer, input: object): Promise<Releasing> {
  const taken = await take(officer, 'BELARUS', action, input, 'dossier { releases { id state } }');
  return { ...taken, release: taken.dossier?.releases?.at(-1)?.id };
}

/** As an officer who has read the dossier as it is, and reads it again when somebody has come between. */
async function cameAsItIs(action: string, officer: Officer, input: object) {
  let taken = await came(action, officer, { version: 1, ...input });
  for (let attempt = 1; taken.currentVersion !== undefined && attempt < 10; attempt++)
    taken = await came(action, officer, { ...input, version: taken.currentVersion });
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
  cameAsItIs('proposeRelease', officer, input);
export const grantRelease = (officer: Officer, dossier: string, release: string) =>
  cameAsItIs('grantRelease', officer, { dossier, release });
/** From the version that is given, and from no other. */
export const releaseFrom = (version: number, officer: Officer, input: object) =>
  came('proposeRelease', officer, { ...input, version });
export const grantFrom = (version: number, officer: Officer, dossier: string, release: string) =>
  came('grantRelease', officer, { dossier, release, version });
export const recallRelease = (officer: Officer, dossier: string, release: string, reason = 'It is over') =>
  came('recallRelease', officer, { dossier, release, reason });

/** A query for what a viewer is shown of a dossier, entered by its id. */
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
