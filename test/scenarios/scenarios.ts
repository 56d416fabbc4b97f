import { randomUUID } from 'node:crypto';
import { actionDocument, take } from '../actions/take.ts';
import { caseOf } from '../support/world/cases.ts';
import { otherSide, type Side } from '../support/world/sides.ts';
import { BELARUS, type Both, RUSSIA, taken } from './both.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const articles = { BELARUS: '209', RUSSIA: '159' } as const;

/** A surname that nobody else has. */
const newSurname = () =>
  `Probny${[...randomUUID()].map((digit) => 'abcdefghijklmnop'['0123456789abcdef'.indexOf(digit)] ?? '').join('')}`;

const personOf = (side: Side, surname = newSurname()) => ({
  handlingCode: 'ON_RELEASE',
  cases: [caseOf[side]],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname, givenName: 'Test', provenance }],
  contacts: [{ kind: 'PHONE', value: '+375 29 765-43-21', provenance }],
  offences: [{ article: articles[side], committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
});

const recorded = async (both: Both, side: Side, person: object = personOf(side)): Promise<string> =>
  taken(await take(both.as(side, 'INVESTIGATOR'), side, 'recordDossier', person)).of;

const half = (side: Side, selection = 'id names { full } contacts { value }') =>
  `query ($id: ID!) { suspect(id: $id) { ${side.toLowerCase()} { ${selection} } } }`;

/** A side's half of a suspect as an officer of a side is shown it. */
async function shown(both: Both, reader: Side, owner: Side, id: string, selection?: string) {
  const { data, withheld, codes } = await both.as(reader, 'INVESTIGATOR').run(half(owner, selection), { id });
  return { half: data?.suspect?.[owner.toLowerCase()] ?? null, withheld, codes };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** Proposes and grants a release of IDENTITY for INVESTIGATION. @returns its id */
async function released(both: Both, side: Side, dossier: string): Promise<string> {
  const proposal = {
    dossier,
    version: 1,
    to: otherSide(side),
    classes: ['IDENTITY', 'CASE'],
    purposes: ['INVESTIGATION'],
    until: inDays(20),
    reason: 'Joint investigation',
  };
  const told = 'dossier { releases { id state } }';
  const proposed = taken(await take(both.as(side, 'LIAISON'), side, 'proposeRelease', proposal, told));
  const release = proposed.dossier.releases.at(-1).id;
  taken(await take(both.as(side, 'SUPERVISOR'), side, 'grantRelease', { dossier, version: 2, release }));
  return release;
}

async function decided(both: Both, side: Side, dossier: string, other: string, version: number) {
  const link = {
    dossier,
    version,
    foreign: { dossier: other },
    decision: 'SAME',
    reason: 'The same passport',
  };
  taken(await take(both.as(side, 'LIAISON'), side, 'proposeLink', link));
  const signed = { dossier, version: version + 1, foreign: { dossier: other } };
  taken(await take(both.as(side, 'SUPERVISOR'), side, 'countersignLink', signed));
}

const requestState = (side: Side) =>
  `query ($id: ID!) { ${side.toLowerCase()} { request(id: $id) { ${side.toLowerCase()} { state } } } }`;

/** The state of a request as an officer of a side reads it; undefined where to them there is none. */
async function stateOf(both: Both, side: Side, id: string): Promise<string | undefined> {
  const own = side.toLowerCase();
  const { data } = await both.as(side, 'LIAISON').run(requestState(side), { id });
  return data?.[own]?.request?.[own]?.state;
}

/** Russia asks Belarus about a dossier. @returns the request, which has arrived */
async function sent(both: Both, dossier: string): Promise<string> {
  const draft = {
    to: BELARUS,
    subject: { dossier },
    classes: ['IDENTITY'],
    urgency: 'URGENT_AVAILABLE',
    offence: '159',
    necessity: 'Calls to a victim came from this number',
  };
  const { of: request } = taken(await take(both.as(RUSSIA, 'INVESTIGATOR'), RUSSIA, 'draftRequest', draft));
  taken(await take(both.as(RUSSIA, 'SUPERVISOR'), RUSSIA, 'authoriseRequest', { request }));
  await both.until(async () => (await stateOf(both, BELARUS, request)) !== undefined);
  return request;
}

/** Scenarios with officers of both agencies, which come to the same in one process and in many. */
export const scenarios: readonly (readonly [title: string, run: (both: Both) => Promise<void>])[] = [
  [
    'a dossier that was recorded is shown at home, and abroad as one that there is not',
    async (both) => {
      const dossier = await recorded(both, BELARUS);
      expect((await shown(both, BELARUS, BELARUS, dossier)).half).toMatchObject({ id: dossier });
      const [dark, none] = [
        await shown(both, RUSSIA, BELARUS, dossier),
        await shown(both, RUSSIA, BELARUS, 'BY-0000000099'),
      ];
      expect(dark).toEqual(none);
      expect(dark.half).toBeNull();
    },
  ],
  [
    'a release that two officers have made shows its classes abroad, with a receipt for the others',
    async (both) => {
      const dossier = await recorded(both, BELARUS);
      await released(both, BELARUS, dossier);
      const { half: told, withheld } = await shown(both, RUSSIA, BELARUS, dossier);
      expect(told).toMatchObject({ id: dossier, contacts: null });
      expect(told.names).toHaveLength(1);
      expect(withheld).toEqual(['BelarusDossier.contacts']);
    },
  ],
  [
    'a release that is recalled shows nothing any more',
    async (both) => {
      const dossier = await recorded(both, RUSSIA);
      const release = await released(both, RUSSIA, dossier);
      expect((await shown(both, BELARUS, RUSSIA, dossier)).half).not.toBeNull();
      const input = { dossier, release, reason: 'It is over' };
      taken(await take(both.as(RUSSIA, 'SUPERVISOR'), RUSSIA, 'recallRelease', input));
      expect((await shown(both, BELARUS, RUSSIA, dossier)).half).toBeNull();
    },
  ],
  [
    'a proposal is not granted by whoever has made it',
    async (both) => {
      const dossier = await recorded(both, BELARUS);
      const one = both.as(BELARUS, 'SUPERVISOR', 'alone');
      const proposal = {
        dossier,
        version: 1,
        to: RUSSIA,
        classes: ['IDENTITY'],
        purposes: ['INVESTIGATION'],
        until: inDays(20),
        reason: 'Joint investigation',
      };
      const proposed = taken(
        await take(one, BELARUS, 'proposeRelease', proposal, 'dossier { releases { id } }'),
      );
      const release = proposed.dossier.releases.at(-1).id;
      const { problems } = await take(one, BELARUS, 'grantRelease', { dossier, version: 2, release });
      expect(problems).toMatchObject([{ code: 'SAME_OFFICER' }]);
      expect((await shown(both, RUSSIA, BELARUS, dossier)).half).toBeNull();
    },
  ],
  [
    'a link that both agencies have decided on joins their halves, under either id',
    async (both) => {
      const [here, there] = [await recorded(both, BELARUS), await recorded(both, RUSSIA)];
      await released(both, BELARUS, here);
      await released(both, RUSSIA, there);
      await decided(both, BELARUS, here, there, 3);
      await decided(both, RUSSIA, there, here, 3);
      await both.until(async () => (await shown(both, BELARUS, RUSSIA, here)).half?.id === there);
      await both.until(async () => (await shown(both, RUSSIA, BELARUS, there)).half?.id === here);
    },
  ],
  [
    'a link that one agency alone has decided on joins nothing',
    async (both) => {
      const [here, there] = [await recorded(both, BELARUS), await recorded(both, RUSSIA)];
      await released(both, RUSSIA, there);
      await decided(both, BELARUS, here, there, 1);
      expect((await shown(both, BELARUS, RUSSIA, here)).half).toBeNull();
    },
  ],
  [
    'a request is questioned by the list, and both agencies have its course',
    async (both) => {
      const request = await sent(both, await recorded(both, BELARUS));
      expect(await stateOf(both, BELARUS, request)).toBe('RECEIVED');
      const asked = { request, questions: ['PERIOD_UNCLEAR'] };
      taken(await take(both.as(BELARUS, 'LIAISON'), BELARUS, 'questionForm', asked));
      await both.until(async () => (await stateOf(both, RUSSIA, request)) === 'CLARIFICATION');
    },
  ],
  [
    'a request on a dossier that there is not goes the same way',
    async (both) => {
      const request = await sent(both, 'BY-9999999999');
      expect(await stateOf(both, BELARUS, request)).toBe('RECEIVED');
      await both.until(async () => (await stateOf(both, RUSSIA, request)) === 'RECEIVED');
    },
  ],
  [
    'an action that is sent again under its key is done once, and another input under it is refused',
    async (both) => {
      const document = actionDocument('belarus', 'recordDossier', 'dossier { version }');
      const [officer, key] = [both.as(BELARUS, 'INVESTIGATOR'), randomUUID()];
      const input = personOf(BELARUS);
      const record = (given: object) => officer.run(document, { input: given }, { 'idempotency-key': key });
      const [first, again] = [await record(input), await record(input)];
      expect(first.codes).toEqual([]);
      expect(again).toEqual(first);
      expect((await record(personOf(BELARUS))).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    },
  ],
  [
    'a search finds whom the other agency has released, and nobody else of the name',
    async (both) => {
      const surname = newSurname();
      const [open, dark] = [
        await recorded(both, BELARUS, personOf(BELARUS, surname)),
        await recorded(both, BELARUS, personOf(BELARUS, surname)),
      ];
      await released(both, BELARUS, open);
      const { data, codes } = await both
        .as(RUSSIA, 'INVESTIGATOR')
        .run(
          'query ($name: String!) { searchSuspects(criteria: { name: $name }) { edges { node { suspect { belarus { id } } } } } }',
          { name: `${surname} Test` },
        );
      expect(codes).toEqual([]);
      const found = data.searchSuspects.edges.map(
        ({ node }: { node: { suspect: { belarus: { id: string } | null } | null } }) =>
          node.suspect?.belarus?.id,
      );
      expect(found).toContain(open);
      expect(found).not.toContain(dark);
    },
  ],
];
