import type { Caller } from '../../support/end-to-end/callers.ts';
import { nobody, profile } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

interface Listed {
  russia: {
    dossiers: { nodes: { id: string; handlingCode: string }[]; pageInfo: { endCursor: string } };
  };
}

const list = `query ($after: Cursor) { russia { dossiers(first: 100, after: $after) {
  nodes { id handlingCode } pageInfo { endCursor } } } }`;

const own = (target: Target) => target.investigating('russia', 'investigator');
const abroad = (target: Target) => target.investigating('belarus', 'investigator');

/** A dossier of Russia that never leaves it. */
async function hidden(target: Target): Promise<string> {
  const { body } = await own(target).query<Listed>(list);
  const found = body.data?.russia.dossiers.nodes.find(
    ({ handlingCode }) => handlingCode === 'ORIGINATOR_ONLY',
  );
  if (!found) throw new Error('the demo data has no dossier that never leaves its agency');
  return found.id;
}

/** Whether an answer about a hidden dossier differs from one about nobody, but for the id that was asked. */
async function differs(target: Target, officer: Caller): Promise<boolean> {
  const answers: string[] = [];
  const nobodyOfRussia = nobody.replace(/^BY-/, 'RU-');
  for (const id of [await hidden(target), nobodyOfRussia]) {
    const { status, text } = await officer.query(profile, { id });
    answers.push(`${status} ${text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/g, '')}`);
  }
  return answers[0] !== answers[1];
}

/** Whether an answer about a hidden dossier is longer or shorter than one about nobody. */
async function hasAnotherLength(target: Target, officer: Caller): Promise<boolean> {
  const [there, none] = [await hidden(target), nobody.replace(/^BY-/, 'RU-')];
  const document = (id: string) => `{ a: suspect(id: "${id}") { id russia { id } belarus { id } } }`;
  const [one, other] = [await officer.query(document(there)), await officer.query(document(none))];
  return one.text.length !== other.text.length;
}

/** Whether an answer to a hidden dossier's id as a node differs from one to nobody's, be it asked for its type alone. */
async function isNode(target: Target, officer: Caller): Promise<boolean> {
  const answers: string[] = [];
  for (const id of [await hidden(target), nobody.replace(/^BY-/, 'RU-')]) {
    const { text } = await officer.query(
      `query ($id: ID!, $release: ID!) {
        dossier: node(id: $id) { __typename } release: node(id: $release) { __typename }
      }`,
      { id, release: `R-${id}-V000000000000` },
    );
    answers.push(text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/g, ''));
  }
  return answers[0] !== answers[1];
}

/** Whether a page goes on from the cursor that another officer was given. */
async function goesOn(officer: Caller, from: Caller): Promise<boolean> {
  const first = await from.query<Listed>(list);
  const after = first.body.data?.russia.dossiers.pageInfo.endCursor;
  const { body } = await officer.query<Listed>(list, { after });
  return (body.data?.russia?.dossiers?.nodes.length ?? 0) > 0;
}

export const darknessAttacks: readonly Attack[] = [
  {
    mend: 'existence gate',
    name: 'an answer about a hidden dossier, compared with one about nobody',
    control: (target) => differs(target, own(target)),
    attempt: (target) => differs(target, abroad(target)),
  },
  {
    mend: 'existence gate',
    name: 'the length of such an answer, under an alias',
    control: (target) => hasAnotherLength(target, own(target)),
    attempt: (target) => hasAnotherLength(target, abroad(target)),
  },
  {
    mend: 'existence gate',
    name: 'the type of an object by its id alone',
    control: (target) => isNode(target, own(target)),
    attempt: (target) => isNode(target, abroad(target)),
  },
  {
    mend: 'sealed cursors',
    name: 'a list taken up where another officer has stopped',
    control: (target) => {
      const officer = own(target);
      return goesOn(officer, officer);
    },
    heldBy: ['BAD_USER_INPUT'],
    attempt: (target) => goesOn(own(target), own(target)),
  },
];
