import { ApolloServer } from '@apollo/server';
import { gatheredRedactions, type Redactions } from '../../../gateway/callers/redactions.ts';
import { tellRedactions } from '../../../gateway/federation/tell-redactions.ts';
import { createLog } from '../../../server/log.ts';
import { asPlugin } from '../../../server/request-step.ts';

const receipt = (changed: object = {}) => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: ['RU-0000000001'],
  remedy: 'Ask.',
  ...changed,
});

/** What is gathered from answers, each of an agency with these receipts. */
function gathered(...answers: [agency: string, ...receipts: unknown[]][]) {
  const redactions = gatheredRedactions();
  for (const [agency, ...receipts] of answers) redactions.add(agency, { redactions: receipts });
  return redactions.all();
}

describe('the receipts of a request’s fetches', () => {
  test('are told as their agency gave them', () => {
    expect(gathered(['RUSSIA', receipt()])).toEqual([receipt()]);
  });

  test('say what can be done as a code too, where their agency does', () => {
    const advised = receipt({ advice: { code: 'OTHER_ROLE', roles: ['LIAISON'] } });
    expect(gathered(['RUSSIA', advised])).toEqual([advised]);
  });

  test('are one for each coordinate and reason, with the records of all of them', () => {
    const two = receipt({ records: ['RU-0000000002', 'RU-0000000001'] });
    const three = receipt({ records: ['RU-0000000003'] });
    expect(gathered(['RUSSIA', three], ['RUSSIA', two])).toEqual([
      receipt({ records: ['RU-0000000001', 'RU-0000000002', 'RU-0000000003'] }),
    ]);
  });

  test('are one in any number, with each record once and in order', () => {
    const ids = Array.from(
      { length: 20_000 },
      (_none, n) => `RU-${String((n * 7) % 10_000).padStart(10, '0')}`,
    );
    const each = ids.map((id) => receipt({ records: [id] }));
    expect(gathered(['RUSSIA', ...each])).toEqual([receipt({ records: [...new Set(ids)].sort() })]);
  });

  test('are not taken where an agency tells more than it may, and another’s are', () => {
    const redactions = gatheredRedactions();
    expect(redactions.add('RUSSIA', { redactions: Array(20_001).fill(receipt()) })).toBe(false);
    expect(redactions.add('BELARUS', { redactions: [receipt({ owner: 'BELARUS' })] })).toBe(true);
    expect(redactions.all()).toEqual([receipt({ owner: 'BELARUS' })]);
  });

  test('are one, though two phases withhold the same from all of the answer', () => {
    const whole = receipt({ records: null, reason: 'ROLE' });
    expect(gathered(['RUSSIA', whole], ['RUSSIA', whole])).toEqual([whole]);
  });

  test('stay apart where reason or coordinate differ, or one is of all the answer', () => {
    const others = [
      receipt({ reason: 'RELEASE_EXPIRED' }),
      receipt({ coordinate: 'RussiaDossier.names' }),
      receipt({ records: null }),
    ];
    expect(gathered(['RUSSIA', receipt(), ...others])).toHaveLength(4);
  });

  test('come in one order, whichever agency answers first', () => {
    const ofRussia = [receipt({ reason: 'CASE' }), receipt(), receipt({ coordinate: 'RussiaDossier.birth' })];
    const ofBelarus = receipt({ owner: 'BELARUS', coordinate: 'BelarusDossier.names' });
    const order = gathered(['RUSSIA', ...ofRussia], ['BELARUS', ofBelarus]);
    expect(order).toEqual(gathered(['BELARUS', ofBelarus], ['RUSSIA', ...[...ofRussia].reverse()]));
    expect(order.map(({ coordinate, reason }) => `${coordinate} ${reason}`)).toEqual([
      'BelarusDossier.names NOT_RELEASED',
      'RussiaDossier.birth NOT_RELEASED',
      'RussiaDossier.contacts CASE',
      'RussiaDossier.contacts NOT_RELEASED',
    ]);
  });

  test('are left out when they are in another agency’s name', () => {
    expect(gathered(['BELARUS', receipt(), receipt({ owner: 'BELARUS' })])).toEqual([
      receipt({ owner: 'BELARUS' }),
    ]);
  });

  test('are told without what this gateway does not know: a subgraph that is one version ahead loses none', () => {
    const advice = { code: 'ASK_RELEASE' };
    const later = receipt({ value: '+375', advice: { ...advice, value: '+375' } });
    expect(gathered(['RUSSIA', later])).toEqual([receipt({ advice })]);
  });

  test.each([
    ['text', 'a receipt'],
    ['null', null],
    ['without a reason', receipt({ reason: undefined })],
    ['of an unknown class', receipt({ class: 'SECRET' })],
    ['with records that are no ids', receipt({ records: [{ id: 1 }] })],
    ['with an advice that is a sentence', receipt({ advice: 'Ask.' })],
  ])('are left out when they are malformed: %s', (_what, malformed) => {
    expect(gathered(['RUSSIA', malformed, receipt()])).toEqual([receipt()]);
  });

  test.each([[undefined], [{}], [{ redactions: 'all' }], [{ redactions: { 0: receipt() } }]])(
    'are none in extensions such as %j',
    (extensions) => {
      const redactions = gatheredRedactions();
      redactions.add('RUSSIA', extensions);
      expect(redactions.all()).toEqual([]);
    },
  );
});

describe('an answer', () => {
  async function answerWith(...receipts: unknown[]) {
    const server = new ApolloServer<{ redactions: Redactions }>({
      typeDefs: 'type Query { a: Int }',
      plugins: [asPlugin([tellRedactions])],
      logger: createLog('test', 'silent'),
    });
    const redactions = gatheredRedactions();
    redactions.add('RUSSIA', { redactions: receipts });
    const { body } = await server.executeOperation({ query: '{ a }' }, { contextValue: { redactions } });
    await server.stop();
    return body.kind === 'single' ? body.singleResult : undefined;
  }

  test('has the receipts in its extensions', async () => {
    expect(await answerWith(receipt())).toEqual({
      data: { a: null },
      extensions: { redactions: [receipt()] },
    });
  });

  test('has no extensions when nothing was withheld', async () => {
    expect(await answerWith()).toEqual({ data: { a: null } });
  });
});
