import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import {
  countersignRemoval,
  removeByOrder,
  takeBackRemoval,
} from '../../../../../../subgraphs/agency/records/dossier/removals/removal-steps.ts';
import { settleRemovals } from '../../../../../../subgraphs/agency/records/dossier/removals/settle-removals.ts';
import type { Author, StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import {
  type Amendment,
  amend,
  retain,
} from '../../../../../../subgraphs/agency/records/dossier/steps/amend.ts';
import { valuesOf } from '../../../../../../subgraphs/agency/records/values/values-of.ts';
import { daysAfter } from '../../../../../../terms/days.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const rules = { waitDays: 3, lapseDays: 30, mostADay: 20, toldDays: 7, contestDays: 3 };
const now = new Date('2026-11-24T12:00:00Z');
const officer = (by: string, at = now): Author => ({
  by,
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
  at,
  idempotency: { key: `${by} ${at.toISOString()}`, fingerprint: 'fingerprint' },
});
const investigator = officer('investigator-1');
const supervisor = officer('supervisor-1');
const nothing = {
  names: [],
  citizenships: [],
  documents: [],
  contacts: [],
  instruments: [],
  infrastructure: [],
  roles: [],
  memberships: [],
  offences: [],
  measures: [],
  harms: [],
};

/** The dossier as a step has left it. */
function taken(dossier: DossierRecord, result: StepResult | undefined): DossierRecord {
  if (!result || !('step' in result)) throw new Error(`no step: ${JSON.stringify(result)}`);
  const { set, unset } = result.step;
  const changed: Record<string, unknown> = { ...dossier, ...set };
  for (const field of unset) delete changed[field];
  return changed as unknown as DossierRecord;
}
const settledAt = (dossier: DossierRecord, at: Date): DossierRecord => {
  const step = settleRemovals(dossier, at, rules);
  return step ? taken(dossier, { step }) : dossier;
};
const codesOf = (result: StepResult) => ('problems' in result ? result.problems.map(({ code }) => code) : []);
const change = (dossier: DossierRecord, given: Partial<Amendment>, by = investigator) =>
  amend(dossier, by, { add: nothing as never, remove: [], ...given }, rules);

const dossier = dossierOf('BY-0000000001');
const [name] = dossier.names;
const id = name?.id ?? '';
const namesOf = ({ names }: DossierRecord) => names.map((value) => value.id);

describe('a value that an officer takes out', () => {
  const proposed = taken(
    dossier,
    change(dossier, { remove: [id], reason: 'A namesake', code: 'INACCURATE' }),
  );

  test('stands until a second officer has agreed and three days are over', () => {
    expect(namesOf(proposed)).toContain(id);
    expect(namesOf(settledAt(proposed, daysAfter(now, 4)))).toContain(id);
    const agreed = taken(proposed, countersignRemoval(proposed, supervisor, [id], rules));
    expect(namesOf(settledAt(agreed, new Date(daysAfter(now, 3).getTime() - 1)))).toContain(id);
    expect(agreed.nextErasure).toEqual(daysAfter(now, 3));
    expect(namesOf(settledAt(agreed, daysAfter(now, 3)))).not.toContain(id);
  });

  test('lapses after thirty days without a second officer', () => {
    expect(settledAt(proposed, new Date(daysAfter(now, 30).getTime() - 1))).toBe(proposed);
    const lapsed = settledAt(proposed, daysAfter(now, 30));
    expect(lapsed.names).toEqual(dossier.names);
    expect(
      codesOf(countersignRemoval(proposed, officer('supervisor-1', daysAfter(now, 30)), [id], rules)),
    ).toEqual(['NOT_PROPOSED']);
  });

  test('is not agreed to by the officer who proposed it, and is by another', () => {
    expect(codesOf(countersignRemoval(proposed, investigator, [id], rules))).toEqual(['SAME_OFFICER']);
    expect('step' in countersignRemoval(proposed, supervisor, [id], rules)).toBe(true);
    expect(codesOf(countersignRemoval(dossier, supervisor, [id], rules))).toEqual(['NOT_PROPOSED']);
  });

  test('leaves the review of a link that stands on it to officers who have had no part in that', () => {
    const grounds = {
      decision: 'SAME',
      reason: 'The same documents',
      evidence: { kinds: [] },
      proposedBy: 'liaison-1',
      proposedAt: now,
      countersignedBy: 'supervisor-2',
    } as const;
    const linked: DossierRecord = {
      ...dossier,
      links: [
        {
          agency: 'RUSSIA',
          dossier: 'RU-0000000001',
          own: { decision: 'SAME', decidedAt: now, grounds: { ...grounds, evidence: { kinds: [] } } },
          told: { decision: 'NONE', number: 0 },
        },
      ],
    };
    const changedByOf = (removed: string) => {
      const reason = { reason: 'A namesake', code: 'INACCURATE' } as const;
      const asked = taken(linked, change(linked, { remove: [removed], ...reason }));
      const agreed = taken(asked, countersignRemoval(asked, supervisor, [removed], rules));
      return agreed.links[0]?.own.proposal?.changedBy;
    };
    expect(changedByOf(id)).toEqual(['investigator-1', 'supervisor-1']);
    expect(changedByOf(dossier.contacts[0]?.id ?? '')).toBeUndefined();
  });

  test('stays as it was once the proposal is taken back, agreed or not', () => {
    const agreed = taken(proposed, countersignRemoval(proposed, supervisor, [id], rules));
    for (const standing of [proposed, agreed])
      expect(taken(standing, takeBackRemoval(standing, investigator, [id])).names).toEqual(dossier.names);
    expect(codesOf(takeBackRemoval(dossier, investigator, [id]))).toEqual(['NOT_PROPOSED']);
  });

  test('is not proposed twice', () => {
    expect(codesOf(change(proposed, { remove: [id] }))).toEqual(['ALREADY_PROPOSED']);
    expect(
      codesOf(retain(proposed, investigator, { value: id, until: daysAfter(now, 9), reason: 'x' }, rules)),
    ).toEqual(['ALREADY_PROPOSED']);
  });

  test('goes at once where it is the officer’s own of the same day, and on another day waits', () => {
    const given = { ...name, provenance: { ...name?.provenance } };
    const added = taken(dossier, change(dossier, { add: { ...nothing, names: [given] } as never }));
    const own = added.names.at(-1)?.id ?? '';
    expect(namesOf(taken(added, change(added, { remove: [own] })))).not.toContain(own);
    const later = officer('investigator-1', daysAfter(now, 1));
    expect(namesOf(taken(added, change(added, { remove: [own] }, later)))).toContain(own);
    expect(namesOf(taken(added, change(added, { remove: [own] }, officer('investigator-2'))))).toContain(own);
  });

  test('counts for the officer’s day', () => {
    const result = change(dossier, { remove: [id] });
    expect('step' in result && result.step.counts?.removed).toEqual({ number: 1, most: 20 });
    const none = change(dossier, { add: { ...nothing, names: [name] } as never });
    expect('step' in none && none.step.counts?.removed).toBeUndefined();
  });

  test('is one of the offences that are proposed together, of which one must be left', () => {
    const offences = dossier.offences.map((offence) => offence.id);
    expect(codesOf(change(dossier, { remove: offences }))).toEqual(['NO_OFFENCE']);
  });

  test('waits though it is the officer’s own of today, where the offence that is left is to end', () => {
    const [first] = dossier.offences;
    if (!first) throw new Error('no offence');
    const one = { ...dossier, offences: [first] };
    const beside = taken(one, change(one, { add: { ...nothing, offences: [first] } as never }));
    const shortened = { value: first.id, until: now, reason: 'x' };
    const ending = retain(beside, investigator, shortened, rules);
    expect('step' in ending && ending.step.counts?.removed?.number).toBe(1);
    const alone = taken(beside, ending);
    const own = beside.offences.at(-1)?.id ?? '';
    const removed = change(alone, { remove: [own] });
    expect(taken(alone, removed).offences).toHaveLength(2);
    expect('step' in removed && removed.step.counts?.removed?.number).toBe(
      Math.min(20, valuesOf(alone).length),
    );
    expect(taken(beside, change(beside, { remove: [own] })).offences).toHaveLength(1);
  });

  test('stays where the dossier would be without an offence when its time has come', () => {
    const [first] = dossier.offences;
    const another = { ...first, id: 'VANOTHER' } as (typeof dossier.offences)[number];
    const both = { ...dossier, offences: [...dossier.offences, another] };
    const one = taken(both, change(both, { remove: dossier.offences.map((offence) => offence.id) }));
    const agreed = taken(
      one,
      countersignRemoval(
        one,
        supervisor,
        dossier.offences.map((each) => each.id),
        rules,
      ),
    );
    const alone = { ...agreed, offences: agreed.offences.filter((offence) => offence.id !== 'VANOTHER') };
    expect(settledAt(alone, daysAfter(now, 7)).offences).toEqual(dossier.offences);
    expect(settledAt(agreed, daysAfter(now, 3)).offences).toEqual([another]);
  });
});

describe('an end of retention', () => {
  const at = (until: Date, from = dossier) =>
    taken(from, retain(from, investigator, { value: id, until, reason: 'x' }, rules));
  const endOf = ({ names }: DossierRecord) => names[0]?.provenance.retainUntil;
  const before = endOf(dossier) as Date;

  test('is later at once, and earlier once a second officer has agreed and three days are over', () => {
    expect(endOf(at(daysAfter(before, 1)))).toEqual(daysAfter(before, 1));
    const shortened = at(now);
    expect(endOf(shortened)).toEqual(before);
    expect(shortened.nextErasure.getTime()).toBeGreaterThan(now.getTime());
    expect(endOf(settledAt(shortened, daysAfter(now, 29)))).toEqual(before);
    const agreed = taken(shortened, countersignRemoval(shortened, supervisor, [id], rules));
    expect(endOf(settledAt(agreed, daysAfter(now, 2)))).toEqual(before);
    expect(endOf(settledAt(agreed, daysAfter(now, 3)))).toEqual(now);
  });

  test('that ends the whole dossier counts for all its values, and waits seven days from the second officer’s yes', () => {
    const result = retain(
      dossier,
      investigator,
      { value: dossier.status.id, until: now, reason: 'x' },
      rules,
    );
    expect('step' in result && result.step.counts?.removed).toEqual({
      number: Math.min(20, valuesOf(dossier).length),
      most: 20,
    });
    const shortened = taken(dossier, result);
    const late = officer('supervisor-1', daysAfter(now, 5));
    const agreed = taken(shortened, countersignRemoval(shortened, late, [dossier.status.id], rules));
    const before = dossier.status.provenance.retainUntil;
    expect(agreed.nextErasure).toEqual(daysAfter(now, 12));
    expect(settledAt(agreed, daysAfter(now, 11)).status.provenance.retainUntil).toEqual(before);
    expect(settledAt(agreed, daysAfter(now, 12)).status.provenance.retainUntil).toEqual(now);
    const back = taken(agreed, takeBackRemoval(agreed, investigator, [dossier.status.id]));
    expect(settledAt(back, daysAfter(now, 12)).status).toEqual(dossier.status);
  });

  test('that is later takes back one that was to be earlier', () => {
    expect(at(daysAfter(before, 1), at(now)).names[0]?.provenance.leaving).toBeUndefined();
  });

  test('is not shortened by another value in its place', () => {
    const { status } = dossier;
    const ending = (until: Date) => ({ ...status, provenance: { ...status.provenance, retainUntil: until } });
    const replaced = (until: Date) =>
      taken(dossier, change(dossier, { add: { ...nothing, status: ending(until) } as never })).status;
    expect(replaced(now).provenance.retainUntil).toEqual(status.provenance.retainUntil);
    const later = daysAfter(status.provenance.retainUntil, 1);
    expect(replaced(later).provenance.retainUntil).toEqual(later);
  });
});

describe('a court’s order', () => {
  const agreed = {
    by: 'investigator-2',
    at: now,
    from: daysAfter(now, 3),
    lapsesAt: daysAfter(now, 30),
    agreed: { by: 'supervisor-2', at: now },
  };
  const order = { values: [id], order: 'ERASURE_ORDERED' } as const;
  const result = removeByOrder(dossier, supervisor, order, rules);

  test('removes a value at once, and what the history says of it', () => {
    expect(namesOf(taken(dossier, result))).not.toContain(id);
    const told = { ...(('step' in result && result.step.entry) as never as object) };
    expect(told).toMatchObject({ action: 'REMOVE_BY_ORDER', code: 'ERASURE_ORDERED' });
    const line = {
      changes: [{ field: 'names', value: id, after: 'Probny', reason: 'told' }],
      idempotency: {},
    };
    const rewrite = 'step' in result ? result.step.forgets?.rewrite : undefined;
    expect(JSON.stringify(rewrite?.(line as never))).not.toMatch(/Probny|told/);
  });

  test('counts for the officer’s day, and leaves what a dossier cannot be without', () => {
    expect('step' in result && result.step.counts?.removed).toEqual({ number: 1, most: 20 });
    const values = [...dossier.offences.map((offence) => offence.id), dossier.status.id];
    expect(codesOf(removeByOrder(dossier, supervisor, { ...order, values }, rules))).toEqual([
      'NO_OFFENCE',
      'MISSING',
    ]);
  });

  test.each([
    ['that is recorded with a term of a day', { retainUntil: daysAfter(now, 1) }],
    ['whose removal another officer has agreed to', { leaving: agreed }],
  ])('does not leave an offence alone %s: the whole dossier would go', (_which, provenance) => {
    const [first] = dossier.offences;
    if (!first) throw new Error('no offence');
    const planted = { ...first, id: 'VPLANTED', provenance: { ...first.provenance, ...provenance } };
    const two = { ...dossier, offences: [first, planted] };
    const ordered = { ...order, values: [first.id] };
    expect(codesOf(removeByOrder(two, supervisor, ordered, rules))).toEqual(['NEEDS_COUNTERSIGNATURE']);
    // Nor once it is proposed that the other one ends, to which nobody has agreed.
    const retained = retain(two, investigator, { value: first.id, until: now, reason: 'x' }, rules);
    const proposed = taken(two, retained);
    expect(codesOf(removeByOrder(proposed, supervisor, ordered, rules))).toEqual(['NEEDS_COUNTERSIGNATURE']);
    // Nor once somebody has, before the time has come of which others were told, where the other one ends sooner.
    const agreedTo = taken(proposed, countersignRemoval(proposed, supervisor, [first.id], rules));
    const left = removeByOrder(agreedTo, supervisor, ordered, rules);
    expect('step' in left ? taken(agreedTo, left).nextErasure : codesOf(left)).toEqual(
      'leaving' in provenance ? agreedTo.nextErasure : ['NEEDS_COUNTERSIGNATURE'],
    );
    expect(removeByOrder(two, supervisor, { ...order, values: ['VPLANTED'] }, rules)).toHaveProperty('step');
  });
});
