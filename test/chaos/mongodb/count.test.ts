import { countNotices, countReads, countWrites, misnumbered, type StoredDossier } from './count.ts';
import type { Read, Write } from './ledger.ts';

const write = (key: string, effect?: string): Write => ({
  at: 0,
  agency: 'belarus',
  dossier: 'BY-1',
  key,
  ...(effect !== undefined && { effect }),
});
const read = (requestId: string): Read => ({ at: 0, owner: 'belarus', dossier: 'BY-1', requestId });

const entry = (version: number, key: string) => ({ version, idempotency: { key } });
const told = [
  write('k1', 'recorded'),
  write('k2', 'contact a@example.org'),
  write('k3', 'release R GRANTED'),
];
const whole: StoredDossier = {
  _id: 'BY-1',
  version: 3,
  history: [entry(1, 'k1'), entry(2, 'k2'), entry(3, 'k3')],
  contacts: [{ value: 'a@example.org' }],
  releases: [{ id: 'R', grantedAt: new Date(0) }],
};

describe('of acknowledged writes', () => {
  test('each that is in history and dossier once is neither lost nor doubled', () => {
    expect(countWrites(told, [whole])).toEqual({ lost: 0, doubled: 0 });
  });

  test('one whose key is not in the history is lost', () => {
    const stored = { ...whole, history: whole.history.slice(0, 2) };
    expect(countWrites(told, [stored])).toEqual({ lost: 1, doubled: 0 });
  });

  test('one whose effect is not in the dossier is lost', () => {
    expect(countWrites(told, [{ ...whole, contacts: [] }])).toEqual({ lost: 1, doubled: 0 });
  });

  test('all of a dossier that is not there are lost', () => {
    expect(countWrites(told, [])).toEqual({ lost: 3, doubled: 0 });
  });

  test('one whose key is in another dossier alone is lost', () => {
    expect(countWrites(told, [{ ...whole, _id: 'BY-2' }])).toEqual({ lost: 3, doubled: 0 });
  });

  test('one whose key is in the history twice is doubled', () => {
    const stored = { ...whole, history: [...whole.history, entry(4, 'k2')] };
    expect(countWrites(told, [stored])).toEqual({ lost: 0, doubled: 1 });
  });

  test('one that is in the dossier twice is doubled', () => {
    const stored = { ...whole, contacts: [...whole.contacts, ...whole.contacts] };
    expect(countWrites(told, [stored])).toEqual({ lost: 0, doubled: 1 });
  });

  test('one that recorded two dossiers is doubled', () => {
    const twin = { ...whole, _id: 'BY-2', history: [entry(1, 'k1')], contacts: [], releases: [] };
    expect(countWrites(told, [whole, twin])).toEqual({ lost: 0, doubled: 1 });
  });

  test('one that nobody was told of is doubled all the same, and is not missed', () => {
    const once = { ...whole, history: [...whole.history, entry(4, 'untold')] };
    expect(countWrites(told, [once])).toEqual({ lost: 0, doubled: 0 });
    const twice = { ...once, history: [...once.history, entry(5, 'untold')] };
    expect(countWrites(told, [twice])).toEqual({ lost: 0, doubled: 1 });
  });
});

describe('of releases that the other agency must be told of', () => {
  const granted = { kind: 'RELEASE_GRANTED', data: { release: 'R' } };

  test('each notice that is there once is neither lost nor doubled', () => {
    expect(countNotices(told, [granted])).toEqual({ lost: 0, doubled: 0 });
  });

  test('one without a notice is lost', () => {
    expect(countNotices(told, [])).toEqual({ lost: 1, doubled: 0 });
    expect(countNotices(told, [{ ...granted, kind: 'RELEASE_RECALLED' }])).toEqual({ lost: 1, doubled: 0 });
  });

  test('a notice that is there twice is doubled', () => {
    expect(countNotices(told, [granted, granted])).toEqual({ lost: 0, doubled: 1 });
  });
});

describe('of answered reads', () => {
  const record = (requestId: string, ...dossiers: string[]) => ({ requestId, dossiers });

  test('each that is in the record once is neither unrecorded nor doubled', () => {
    const stored = [record('q1', 'BY-1'), record('q2', 'BY-0', 'BY-1')];
    expect(countReads([read('q1'), read('q2')], stored)).toEqual({ unrecorded: 0, doubled: 0 });
  });

  test('one without a record, or with a record of another dossier, is unrecorded', () => {
    expect(countReads([read('q1'), read('q2')], [record('q2', 'BY-1')])).toEqual({
      unrecorded: 1,
      doubled: 0,
    });
    expect(countReads([read('q1')], [record('q1', 'BY-2')])).toEqual({ unrecorded: 1, doubled: 0 });
  });

  test('one with two records is doubled', () => {
    const stored = [record('q1', 'BY-1'), record('q1', 'BY-1')];
    expect(countReads([read('q1')], stored)).toEqual({ unrecorded: 0, doubled: 1 });
  });

  test('a record of a read whose answer did not arrive is no fault', () => {
    expect(countReads([], [record('q1', 'BY-1')])).toEqual({ unrecorded: 0, doubled: 0 });
  });
});

describe('a history', () => {
  test('that counts from 1 to its dossier’s version is whole', () => {
    expect(misnumbered([whole])).toBe(0);
  });

  test.each([
    ['with a gap', { ...whole, history: [entry(1, 'k1'), entry(3, 'k3')] }],
    ['with a number twice', { ...whole, history: [entry(1, 'k1'), entry(2, 'k2'), entry(2, 'k3')] }],
    ['that is shorter than the version', { ...whole, version: 4 }],
  ])('%s is counted', (_, stored) => {
    expect(misnumbered([stored])).toBe(1);
  });
});
