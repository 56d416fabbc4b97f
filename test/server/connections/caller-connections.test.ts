import { CallerConnections } from '../../../server/connections/caller-connections.ts';

interface Connection {
  name: string;
}

const bounds = { withoutToken: 3, ofCaller: 2, atAll: 8, patience: 1_000 };
let time = 0;
let closed: string[] = [];
let connections: CallerConnections<Connection>;
beforeEach(() => {
  time = 0;
  closed = [];
  connections = new CallerConnections<Connection>(
    bounds,
    ({ name }) => closed.push(name),
    () => time,
  );
});

const open = (count: number, address: string | undefined, prefix = address) =>
  Array.from({ length: count }, (_none, n) => {
    const connection = { name: `${prefix}-${n}` };
    connections.opened(connection, address);
    return connection;
  });

describe('connections of one address without a token', () => {
  test('are so many, and the oldest gives way to a further one once it has had its time', () => {
    open(3, 'a');
    time = 1_000;
    open(1, 'a', 'later');
    expect(closed).toEqual(['a-0']);
  });

  test('are more while they may still show one', () => {
    open(5, 'a');
    time = 999;
    open(1, 'a', 'later');
    expect(closed).toEqual([]);
  });

  test('do not count once they have shown one, nor once they are closed', () => {
    const [first, second] = open(3, 'a');
    if (first) connections.shown(first, 'officer');
    if (second) connections.closed(second);
    time = 1_000;
    open(2, 'a', 'later');
    expect(closed).toEqual([]);
  });

  test('are not those of another', () => {
    open(3, 'a');
    time = 1_000;
    open(3, 'b');
    expect(closed).toEqual([]);
  });
});

describe('connections of one caller', () => {
  test('are so many, whatever address they come from', () => {
    const [a, b, c] = [...open(1, 'a'), ...open(1, 'b'), ...open(1, 'c')];
    if (!a || !b || !c) throw new Error('not opened');
    expect([a, b, c].map((each) => connections.shown(each, 'officer'))).toEqual([true, true, false]);
    connections.closed(a);
    expect(connections.shown(c, 'officer')).toBe(true);
  });

  test('count for the one whose token was shown last', () => {
    const [a, b, c] = open(3, 'a');
    if (!a || !b || !c) throw new Error('not opened');
    for (const each of [a, b]) connections.shown(each, 'officer');
    connections.shown(a, 'another');
    expect(connections.shown(c, 'officer')).toBe(true);
    expect(connections.hasCaller(a)).toBe(true);
  });
});

describe('connections at all', () => {
  test('are so many: the address with the most gives one up, however new it is', () => {
    open(1, 'officer');
    open(7, 'attacker');
    open(1, 'another');
    expect(closed).toEqual(['attacker-0']);
  });

  test('leave no room to another one where each is a caller’s', () => {
    for (const [n, connection] of open(8, 'a').entries()) connections.shown(connection, `officer ${n}`);
    open(1, 'b');
    expect(closed).toEqual(['b-0']);
  });

  test('that come through a proxy count for a client while they ask', () => {
    const [first, second, third, fourth] = open(4, undefined, 'proxied');
    if (!first || !second || !third || !fourth) throw new Error('not opened');
    for (const each of [first, second, third]) connections.asks(each, 'client');
    connections.released(second);
    time = 1_000;
    connections.asks(fourth, 'client');
    expect(closed).toEqual([]);
    connections.asks(second, 'client');
    expect(closed).toEqual(['proxied-0']);
  });
});
