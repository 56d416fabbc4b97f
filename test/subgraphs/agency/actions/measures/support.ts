import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Measure } from '../../../../../subgraphs/agency/records/values/measures.ts';
import { insertLists } from '../../../../../subgraphs/agency/storage/lists/update-lists.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { take } from '../../../../actions/take.ts';
import { dayFromNow, measureOf } from '../../../../support/hand-made-measures.ts';
import { insertStored } from '../../../../support/insert-stored.ts';
import { findable, testNaming } from '../../../../support/match-keys.ts';
import { type Measuring, measuringWorld } from '../../../../support/world/measuring.ts';
import type { Side } from '../../../../support/world/sides.ts';

/** What officers see of the comparison of a measure. */
export interface ShownCheck {
  state: string;
  version: number;
  conflicts: {
    agency: string;
    week: string;
    state: string;
    waitsForThem: boolean;
    contactPoint: string | null;
  }[];
}

export const namespace = { BELARUS: 'belarus', RUSSIA: 'russia' } as const;
export const shownCheck = 'check { state version conflicts { agency week state waitsForThem contactPoint } }';

/** A measure that a supervisor has authorised, whose days begin in some days. */
export const authorisedMeasure = (
  id: string,
  {
    from = 5,
    until = from + 1,
    now = new Date(),
    ...changed
  }: Partial<Measure> & { from?: number; until?: number; now?: Date } = {},
): Measure =>
  measureOf(id, {
    state: 'AUTHORISED',
    authorisedBy: 'supervisor-9',
    authorisedAt: now,
    window: { from: dayFromNow(from, now), until: dayFromNow(until, now) },
    ...changed,
  });

/** Both agencies, which compare the measures of dossiers that a test records. */
export async function clashingWorld(given: Measuring = {}) {
  const both = await measuringWorld(given);
  const { of, as } = both;
  const it = Object.assign(both, {
    /** Records dossiers, with all that follows from them, as a write does. */
    async record(side: Side, ...dossiers: DossierRecord[]) {
      const { models } = of[side];
      const recorded = dossiers.map(findable);
      await insertStored(models.dossiers, recorded);
      await insertLists(models, testNaming, recorded);
    },
    /** What the officers of a dossier's case see of the comparison of its measures, by their ids. */
    async checks(side: Side, dossier: string): Promise<Record<string, ShownCheck>> {
      const own = namespace[side];
      const { data, errors } = await as(side, 'INVESTIGATOR').run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { ${own} {
          plannedMeasures { id ${shownCheck} } measures { id ${shownCheck} } } } } }`,
        { of: [{ __typename: 'Suspect', id: dossier }] },
      );
      if (errors) throw new Error(`the dossier cannot be read: ${errors[0]?.message}`);
      const { plannedMeasures, measures } = data._entities[0][own];
      return Object.fromEntries(
        [...plannedMeasures, ...measures].map(({ id, check }: { id: string; check: ShownCheck }) => [
          id,
          check,
        ]),
      );
    },
    async stateOf(side: Side, dossier: string, measure: string): Promise<string | undefined> {
      return (await it.checks(side, dossier))[measure]?.state;
    },
    step: (side: Side, role: Role, action: string, input: object, told = '') =>
      take(as(side, role), side, action, input, told),
  });
  return it;
}
export type ClashingWorld = Awaited<ReturnType<typeof clashingWorld>>;
