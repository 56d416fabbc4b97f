import { HalfOfOwnDocuments } from '../../sdk/src/generated/operations.ts';
import { type ClientEvent, ConcordError, type HalfOf } from '../../sdk/src/index.ts';
import { answer, type Behaviour, clientOf, gatewayThat, problemOf, refusal } from './support/gateway.ts';

type Half = HalfOf<typeof HalfOfOwnDocuments>;

const id = 'BY-7Q4KZ0XN3VDH9TRC';
const dossiers = { belarus: id, russia: 'RU-E58GM1WYB6PJ2SAF' } as const;
const types = { belarus: 'BelarusDossier', russia: 'RussiaDossier' } as const;
type Name = keyof typeof dossiers;

const receiptOf = (name: Name) => ({
  coordinate: `${types[name]}.contacts`,
  class: 'CONTACT',
  owner: name.toUpperCase(),
  reason: 'ROLE',
  records: null,
  remedy: 'Ask.',
});

/** A half of which the owner withholds the contacts. */
const halfOf = (name: Name) => ({
  data: { suspect: { id, half: { id: dossiers[name], agency: name.toUpperCase(), contacts: null } } },
  extensions: { redactions: [receiptOf(name)] },
});

/** The answer of a gateway that has given an agency up. */
const withoutHalf = (name: Name) => ({
  data: { suspect: { id, half: null } },
  errors: [
    {
      message: 'No answer.',
      path: ['suspect', 'half'],
      extensions: { code: 'AGENCY_UNAVAILABLE', agency: name.toUpperCase() },
    },
  ],
});

const asked = ({ body }: { body: { operationName: string } }): Name =>
  body.operationName === 'HalfOfBelarus' ? 'belarus' : 'russia';

/** A promise, and what fulfils it. */
function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

/** A gateway behind which Russia is slow: its answer is held until it is let go. Both have been asked before anything is answered. */
async function slowRussia(late: Behaviour) {
  const slow = gate();
  const isAsked = gate();
  const gateway = await gatewayThat(async (request, response, number) => {
    if (asked(request) === 'belarus') {
      await isAsked.passed;
      return answer(response, halfOf('belarus'));
    }
    isAsked.open();
    await slow.passed;
    return late(request, response, number);
  });
  return { ...gateway, letGo: slow.open };
}

const contactsOf = (half: Half | undefined) =>
  half?.state === 'answered' && half.data.suspect?.half.state === 'present'
    ? half.data.suspect.half.value.contacts
    : undefined;

async function all(halves: AsyncIterable<Half>): Promise<Half[]> {
  const found: Half[] = [];
  for await (const half of halves) found.push(half);
  return found;
}

describe('halves, while one agency is slow,', () => {
  test('come one by one: the other is there before the slow one is answered, and both have their receipts', async () => {
    const { url, letGo } = await slowRussia((_request, response) => answer(response, halfOf('russia')));
    const halves = clientOf(url).halves(HalfOfOwnDocuments, { id });
    const first = (await halves.next()).value as Half;
    expect(first).toMatchObject({ state: 'answered', agency: 'BELARUS', receipts: [receiptOf('belarus')] });
    expect(contactsOf(first)).toMatchObject({ state: 'withheld', owner: 'BELARUS', reason: 'ROLE' });
    letGo();
    const second = (await halves.next()).value as Half;
    expect(second).toMatchObject({ state: 'answered', agency: 'RUSSIA', receipts: [receiptOf('russia')] });
    expect(contactsOf(second)).toMatchObject({ state: 'withheld', owner: 'RUSSIA', reason: 'ROLE' });
    expect((await halves.next()).done).toBe(true);
  });

  test('are told as unavailable where the gateway has given the agency up', async () => {
    const { url, letGo } = await slowRussia((_request, response) => answer(response, withoutHalf('russia')));
    letGo();
    const found = await all(clientOf(url).halves(HalfOfOwnDocuments, { id }));
    const russia = found.find(({ agency }) => agency === 'RUSSIA');
    expect(russia).toMatchObject({
      state: 'answered',
      outages: ['RUSSIA'],
      data: { suspect: { half: { state: 'unavailable', agency: 'RUSSIA' } } },
    });
    expect(contactsOf(found.find(({ agency }) => agency === 'BELARUS'))).toMatchObject({ state: 'withheld' });
  });

  test('are told as lost where nothing is answered in time, and the other is whole', async () => {
    const { url } = await slowRussia(() => undefined);
    const found = await all(clientOf(url).halves(HalfOfOwnDocuments, { id }, { deadline: 300 }));
    expect(found).toMatchObject([
      { state: 'answered', agency: 'BELARUS', outages: [], receipts: [receiptOf('belarus')] },
      { state: 'lost', agency: 'RUSSIA', error: { problem: { code: 'DEADLINE_EXCEEDED' } } },
    ]);
  });
});

describe('halves', () => {
  const whole: Behaviour = (request, response) => answer(response, halfOf(asked(request)));

  test('are asked by a query each, under one mandate and one request id', async () => {
    const { url, reached } = await gatewayThat(whole);
    const mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' } as const;
    const found = await all(clientOf(url).halves(HalfOfOwnDocuments, { id }, { mandate }));
    expect(reached.map(({ body }) => [body.operationName, body.variables]).sort()).toEqual([
      ['HalfOfBelarus', { id }],
      ['HalfOfRussia', { id }],
    ]);
    expect(reached.map(({ headers }) => headers['concord-purpose'])).toEqual(['PREVENTION', 'PREVENTION']);
    const ids = new Set(reached.map(({ headers }) => headers['x-request-id']));
    expect([...ids]).toEqual([found[0]?.requestId]);
    expect(found[1]?.requestId).toBe(found[0]?.requestId);
  });

  test('that are all refused are all lost, each with its reason', async () => {
    const { url } = await gatewayThat((_request, response) => answer(response, refusal('FORBIDDEN'), 403));
    const found = await all(clientOf(url).halves(HalfOfOwnDocuments, { id }));
    expect(found.map((half) => half.state === 'lost' && half.error.problem.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(found.every((half) => half.state === 'lost' && half.error instanceof ConcordError)).toBe(true);
  });

  test('are given up by who stops reading', async () => {
    const { url, letGo } = await slowRussia((_request, response) => response.destroy());
    const isGivenUp = new Promise((resolve) => {
      const observe = (event: ClientEvent) => void (event.kind === 'failed' && resolve(event));
      void (async () => {
        for await (const { agency } of clientOf(url, { observe }).halves(HalfOfOwnDocuments, { id }))
          if (agency === 'BELARUS') break;
      })();
    });
    expect(await isGivenUp).toMatchObject({ operation: 'HalfOfRussia', code: 'ABORTED' });
    letGo();
  });

  test('are lost to who aborts, but for those that were there before', async () => {
    const { url, letGo } = await slowRussia((_request, response) => response.destroy());
    const controller = new AbortController();
    const halves = clientOf(url).halves(HalfOfOwnDocuments, { id }, { signal: controller.signal });
    await halves.next();
    controller.abort();
    expect(await halves.next()).toMatchObject({
      value: { state: 'lost', agency: 'RUSSIA', error: { problem: { code: 'ABORTED' } } },
    });
    letGo();
  });

  test('of what is no query are refused before anything is sent', async () => {
    const { url, reached } = await gatewayThat(whole);
    const documents = { BELARUS: {} } as unknown as typeof HalfOfOwnDocuments;
    const halves = clientOf(url).halves(documents, { id });
    expect(await problemOf(all(halves))).toEqual({ code: 'INVALID_OPTION' });
    expect(reached).toEqual([]);
  });
});
