import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import {
  dossierEnd,
  endsDossierSooner,
  removalsIn,
  waitingLonger,
} from '../../../../../../subgraphs/agency/records/dossier/removals/dossier-end.ts';
import type { Leaving } from '../../../../../../subgraphs/agency/records/values/value.ts';
import { mapValues, valuesOf } from '../../../../../../subgraphs/agency/records/values/values-of.ts';
import { daysAfter } from '../../../../../../terms/days.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const now = new Date('2026-11-24T12:00:00Z');
const inDays = (days: number) => daysAfter(now, days);
const leaving = (changed: Partial<Leaving> = {}): Leaving => ({
  by: 'investigator-1',
  at: now,
  from: inDays(3),
  lapsesAt: inDays(30),
  ...changed,
});
const agreed = { by: 'supervisor-1', at: inDays(1) };

/** A dossier of two offences, kept as long as its status; some of these carry a proposal, or end on another day. */
function withThese(
  changes: Record<string, { leaving?: Leaving; retainUntil?: Date } | undefined>,
): DossierRecord {
  const one = dossierOf('BY-0000000001');
  const [offence] = one.offences;
  if (!offence) throw new Error('no offence');
  const both = {
    ...one,
    status: { ...one.status, id: 'VSTATUS' },
    offences: [
      { ...offence, id: 'VFIRST' },
      { ...offence, id: 'VSECOND' },
    ],
  };
  const { set } = mapValues(both, ({ value }) => {
    const holds = ['VFIRST', 'VSECOND', 'VSTATUS'].includes(value.id);
    const retainUntil = inDays(holds ? 3_000 : 6_000);
    return { ...value, provenance: { ...value.provenance, retainUntil, ...changes[value.id] } };
  });
  return { ...both, ...set };
}
const all = withThese({});

describe('a step ends its dossier sooner', () => {
  const sooner = (
    changes: Parameters<typeof withThese>[0],
    before: Parameters<typeof withThese>[0] = {},
  ): boolean => endsDossierSooner(withThese(before), withThese(changes));
  const shorter = { leaving: leaving({ retainUntil: inDays(2) }) };
  const gone = { leaving: leaving() };

  test('where it shortens the time of the status, and not that of one of two offences', () => {
    expect(sooner({ VSTATUS: shorter })).toBe(true);
    expect(sooner({ VFIRST: shorter })).toBe(false);
    expect(sooner({ VFIRST: gone })).toBe(false);
    expect(sooner({})).toBe(false);
  });

  test('where it shortens the time of the offence that another proposal leaves, however both were proposed', () => {
    expect(sooner({ VFIRST: gone, VSECOND: shorter }, { VFIRST: gone })).toBe(true);
    expect(sooner({ VFIRST: shorter, VSECOND: gone }, { VFIRST: shorter })).toBe(true);
    expect(sooner({ VFIRST: gone }, {})).toBe(false);
  });

  test('where the offence that is left ends by itself before the dossier would', () => {
    const soon = { retainUntil: inDays(5) };
    expect(sooner({ VFIRST: gone, VSECOND: soon }, { VSECOND: soon })).toBe(true);
  });

  test('for offences too where the status is proposed to end: that proposal can be taken back alone', () => {
    const before = { VSTATUS: shorter };
    expect(sooner({ ...before, VFIRST: shorter, VSECOND: shorter }, before)).toBe(true);
  });

  test('where it takes out an offence at once, and leaves one that is to end', () => {
    const before = withThese({ VFIRST: shorter });
    const after = { ...before, offences: before.offences.filter(({ id }) => id !== 'VSECOND') };
    expect(endsDossierSooner(before, after)).toBe(true);
  });

  test('not where its proposal ends with the dossier, or changes another value', () => {
    expect(sooner({ VSTATUS: { leaving: leaving({ retainUntil: inDays(3_000) }) } })).toBe(false);
    const { id = '' } = all.names[0] ?? {};
    expect(sooner({ [id]: gone, VSTATUS: shorter }, { VSTATUS: shorter })).toBe(false);
  });
});

describe('the removals that a step counts for', () => {
  const ending = withThese({ VSTATUS: { leaving: leaving({ retainUntil: now }) } });
  const held = valuesOf(all).length;

  test('are all values of a dossier that it ends, and the whole day where those are more', () => {
    expect(held).toBeGreaterThan(3);
    expect(removalsIn(all, ending, 1, { mostADay: held + 1 })).toEqual({
      removed: { number: held, most: held + 1 },
    });
    expect(removalsIn(all, ending, 1, { mostADay: 3 })).toEqual({ removed: { number: 3, most: 3 } });
  });

  test('are those that it names where it ends no dossier', () => {
    expect(removalsIn(all, all, 2, { mostADay: 20 })).toEqual({ removed: { number: 2, most: 20 } });
    expect(removalsIn(all, all, 0, { mostADay: 20 })).toEqual({});
  });
});

describe('an agreed proposal takes effect', () => {
  const fromOf = (dossier: DossierRecord, id: string) => {
    const located = valuesOf(dossier).find(({ value }) => value.id === id);
    return located && waitingLonger(dossier, { toldDays: 7 })(located).provenance.leaving?.from;
  };
  const shorter = leaving({ retainUntil: now });

  test('seven days after the second officer’s yes where it ends the dossier sooner, and not before', () => {
    expect(fromOf(withThese({ VSTATUS: { leaving: { ...shorter, agreed } } }), 'VSTATUS')).toEqual(inDays(8));
    expect(fromOf(withThese({ VFIRST: { leaving: { ...shorter, agreed } } }), 'VFIRST')).toEqual(inDays(3));
  });

  test('as it was proposed until it is agreed to, and where it already waits longer', () => {
    expect(fromOf(withThese({ VSTATUS: { leaving: shorter } }), 'VSTATUS')).toEqual(inDays(3));
    const late = { ...shorter, from: inDays(20), agreed };
    expect(fromOf(withThese({ VSTATUS: { leaving: late } }), 'VSTATUS')).toEqual(inDays(20));
  });

  test('later for each of two offences once both are agreed to, for one of them where the other is not', () => {
    const both = { leaving: { ...shorter, agreed } };
    const first = withThese({ VFIRST: both, VSECOND: { leaving: shorter } });
    expect(fromOf(first, 'VFIRST')).toEqual(inDays(3));
    const two = withThese({ VFIRST: both, VSECOND: both });
    for (const id of ['VFIRST', 'VSECOND']) expect(fromOf(two, id)).toEqual(inDays(8));
  });
});

test('a dossier ends with its status or its last offence, or when what was agreed of these takes effect', () => {
  expect(dossierEnd(all)).toEqual(inDays(3_000));
  const retainUntil = inDays(10);
  expect(dossierEnd(withThese({ VFIRST: { retainUntil } }))).toEqual(inDays(3_000));
  expect(dossierEnd(withThese({ VFIRST: { retainUntil }, VSECOND: { retainUntil } }))).toEqual(retainUntil);
  expect(dossierEnd(withThese({ VSTATUS: { retainUntil } }))).toEqual(retainUntil);
  const proposed = leaving({ retainUntil: now, from: inDays(8) });
  expect(dossierEnd(withThese({ VSTATUS: { leaving: proposed } }))).toEqual(inDays(3_000));
  expect(dossierEnd(withThese({ VSTATUS: { leaving: { ...proposed, agreed } } }))).toEqual(inDays(8));
  const later = { ...proposed, retainUntil: inDays(9), agreed };
  expect(dossierEnd(withThese({ VSTATUS: { leaving: later } }))).toEqual(inDays(9));
});
