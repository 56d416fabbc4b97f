import { createPublicKey } from 'node:crypto';
import { SuspendedElsewhere } from '../../../gateway/callers/suspended-elsewhere.ts';
import { createFetchSigner, createFetchVerifier } from '../../../identity/fetch-token.ts';
import { createLog } from '../../../server/log.ts';
import { ClockWatch } from '../../../server/time/clock-watch.ts';
import { until } from '../../support/end-to-end/until.ts';
import { ed25519 } from '../../support/key-pairs.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';

const gateway = ed25519('gateway-1');
const sign = createFetchSigner({ kid: gateway.kid, key: gateway.privateKey });
const keys = new Map([[gateway.kid, createPublicKey(gateway.privateKey)]]);

const watching: SuspendedElsewhere[] = [];
afterEach(async () => {
  for (const each of watching.splice(0)) await each.stop();
});

/** Belarus as the gateway asks it, and what the gateway makes of it. */
async function belarus() {
  const state = { subjects: [] as unknown, isUp: true, ahead: 0, asked: 0 };
  const refused: unknown[] = [];
  const { url } = await loopbackServer(async (request, response) => {
    state.asked += 1;
    if (!state.isUp) return void request.socket.destroy();
    const verify = createFetchVerifier(keys, 'BELARUS');
    const presented = { body: await bodyOf(request), callerHash: undefined };
    const result = verify(String(request.headers['concord-identity']), presented);
    if ('refused' in result) refused.push(result);
    response.setHeader('date', new Date(Date.now() + state.ahead).toUTCString());
    response.end(JSON.stringify({ subjects: state.subjects }));
  });
  const clocks = new ClockWatch(createLog('test', 'silent'));
  const suspended = new SuspendedElsewhere(sign, createLog('test', 'silent'), clocks, 1);
  suspended.watch('BELARUS', url);
  watching.push(suspended);
  const again = async () => {
    const before = state.asked;
    await until(() => state.asked >= before + 2, 10_000);
  };
  return { state, suspended, clocks, refused, again };
}

const officer = { agency: 'BELARUS', subject: 'gone-astray' } as const;

describe('whom an agency has suspended', () => {
  test('is known to the gateway, which asks again and again, signed for that agency alone', async () => {
    const { state, suspended, refused, again } = await belarus();
    expect(suspended.has(officer)).toBe(false);
    state.subjects = ['gone-astray'];
    await again();
    expect(suspended.has(officer)).toBe(true);
    expect(suspended.has({ ...officer, agency: 'RUSSIA' })).toBe(false);
    state.subjects = [];
    await again();
    expect(suspended.has(officer)).toBe(false);
    expect(refused).toEqual([]);
  });

  test.each([
    ['does not answer', (state: { isUp: boolean }) => void Object.assign(state, { isUp: false })],
    ['answers what is no list', (state: object) => void Object.assign(state, { subjects: { length: 0 } })],
  ])('stays so while the agency %s', async (_what, fail) => {
    const { state, suspended, again } = await belarus();
    state.subjects = ['gone-astray'];
    await again();
    fail(state);
    await again();
    expect(suspended.has(officer)).toBe(true);
  });

  const subjects = (count: number, letters: number) =>
    Array.from({ length: count }, (_none, n) => String(n).padEnd(letters, '-'));

  test.each([
    ['10,000 officers', subjects(9_999, 8)],
    ['2 MiB', subjects(9_999, 200)],
  ])('may be %s', async (_what, others) => {
    const { state, suspended, again } = await belarus();
    state.subjects = [...others, 'gone-astray'];
    await again();
    expect(suspended.has(officer)).toBe(true);
  });

  test.each([
    ['more than 10,000 officers', subjects(10_000, 8)],
    ['more than 2 MiB', subjects(9_999, 210)],
    ['lists inside each other', [[[[[[[[]]]]]]]]],
  ])('is not read where the agency answers %s, and its last list stays', async (_what, others) => {
    const { state, suspended, again } = await belarus();
    state.subjects = ['gone-astray'];
    await again();
    state.subjects = [...others, 'somebody-else'];
    await again();
    expect(suspended.has(officer)).toBe(true);
    expect(suspended.has({ ...officer, subject: 'somebody-else' })).toBe(false);
  });

  test('comes with the agency’s time: a clock that differs is told', async () => {
    const { state, clocks, again } = await belarus();
    await again();
    expect(clocks.warnings()).toEqual([]);
    state.ahead = 60_000;
    await until(() => clocks.warnings().length > 0, 10_000);
    expect(clocks.warnings()[0]).toMatch(/^the clock of BELARUS is (59|60|61) s ahead of this one/);
  });
});
