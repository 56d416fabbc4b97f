import { linked } from '../../support/end-to-end/demo.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Caught } from '../tap.ts';
import type { Target } from '../target.ts';

/** A fetch as its receiver reads it: its headers and body, with what is signed in them, and its question, opened. */
function opened({ headers, body }: Caught): string {
  const text = `${JSON.stringify(headers)}${body}`;
  const parts = text.match(/[\w-]{16,}/g) ?? [];
  return [text, ...parts.map((each) => Buffer.from(each, 'base64url').toString())].join('\n');
}

/** Asks both halves as an officer of Belarus. */
async function askBoth(target: Target, headers: Record<string, string>, name = ''): Promise<void> {
  const officer = Object.entries(headers).reduce(
    (caller, [header, value]) => caller.with(header, value),
    target.investigating('belarus', 'investigator'),
  );
  const { body } = await officer.query<{ suspect: { russia: { id: string } | null } | null }>(
    `query ${name} { suspect(id: "${linked.belarus}") { belarus { id } russia { id } } }`,
  );
  if (body.data?.suspect?.russia == null) throw new Error('the other half was not asked');
}

/** Whether the operator of a subgraph reads a word of what an officer of Belarus has written elsewhere than in their half. */
async function isRead(
  target: Target,
  agency: AgencyName,
  word: string,
  asking: Promise<void>,
): Promise<boolean> {
  await asking;
  return target.taps[agency].take().some((fetch) => opened(fetch).includes(word));
}

const reason = 'Complaint of a neighbour of the suspect';
const readReason = async (target: Target, agency: AgencyName) => {
  target.taps[agency].take();
  return isRead(target, agency, reason, askBoth(target, { 'concord-reason': reason }));
};

const readName = async (target: Target, written: { operation?: string; request: string }, word: string) => {
  target.taps.russia.take();
  return isRead(
    target,
    'russia',
    word,
    askBoth(target, { 'x-request-id': written.request }, written.operation),
  );
};

const random = '7e57d004-2b97-4e7a-b45f-5387367791cd';

export const crossingAttacks: readonly Attack[] = [
  {
    mend: 'reason at home',
    foundIn: '8ca3b3d1',
    name: 'an officer’s reason, read by the operator of the other agency’s subgraph',
    control: (target) => readReason(target, 'belarus'),
    attempt: (target) => readReason(target, 'russia'),
  },
  {
    mend: 'names at home',
    name: 'an officer’s words in the names of an operation and a request, read by the operator of the other agency’s subgraph',
    control: (target) => readName(target, { request: random }, random),
    attempt: async (target) =>
      (await readName(target, { operation: 'OfMyNeighbour', request: random }, 'OfMyNeighbour')) ||
      (await readName(target, { request: 'of-my-neighbour' }, 'of-my-neighbour')),
  },
];
