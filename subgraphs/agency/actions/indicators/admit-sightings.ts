import { othersThan } from '../../../../terms/agencies.ts';
import { type BudgetOfDay, nextDay } from '../../records/indicators/budget-of-day.ts';
import { nextRound } from '../../records/indicators/comparing-pace.ts';
import { chargedCases, payerOf, type SightingRecord } from '../../records/indicators/sighting.ts';
import type { Spread } from '../../records/indicators/spread.ts';
import { isPaid, turnOf } from '../../records/indicators/turn.ts';
import type { Placed } from '../../storage/indicators/sighting-store.ts';
import type { Comparing } from './comparing.ts';
import { isWithheld } from './is-withheld.ts';

type Admitting = Pick<Comparing, 'own' | 'sightings' | 'indicators' | 'alerts' | 'pace' | 'isCommon'>;

/** An identifier that several sightings may be of, as it stands before any of them is admitted. */
interface Known {
  /** The cases for which it is compared. */
  cases: Set<string>;
  /** Another dossier holds it, whose token is made. */
  hasToken: boolean;
  /** It is compared for nobody, and counts for nobody. */
  isFree: boolean;
}

/** The turn of a sighting, and what it takes of the budgets: nothing for cases for which its identifier is compared already. */
function placed(
  sighting: SightingRecord,
  known: Known,
  { budget, now, round }: { budget: BudgetOfDay; now: Date; round: Date },
): Placed {
  const { _id, by, kind, value } = sighting;
  const cases = sighting.cases.filter((number) => !known.cases.has(number));
  const verdict =
    known.isFree || cases.length === 0
      ? 'ADMITTED'
      : budget.take({
          ...(by !== undefined && { by }),
          payer: payerOf(sighting),
          cases: chargedCases(sighting, cases),
          kind,
          value,
          isPaid: isPaid(sighting),
        });
  if (verdict !== 'ADMITTED') return { _id, turn: turnOf(verdict, sighting, nextDay(now)) };
  for (const number of cases) known.cases.add(number);
  // At once would tell its officer that another case of the agency holds it.
  return { _id, admitted: true, ...(known.hasToken && { turn: turnOf('ROUND', sighting, round) }) };
}

/**
 * Admits what dossiers hold since to being compared, as far as the day's budgets have room: of one case so many new identifiers, whichever of its
 * officers bring them, and of one officer as many, in whatever cases. One that the agency compares for other cases already counts like any other. The
 * rest waits for its turn.
 * @returns the ids of those that may be followed up now
 */
export async function admitSightings(
  { own, sightings, indicators, alerts, pace, isCommon }: Admitting,
  changed: readonly SightingRecord[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const given = changed.filter(({ change, admitted }) => change !== 'GONE' && !admitted);
  if (given.length === 0) return new Set();
  return indicators.together(async (session) => {
    const waiting = await sightings.unadmitted(
      given.map(({ _id }) => _id),
      session,
    );
    const names = [...new Set(waiting.map(({ indicator }) => indicator))];
    const [spreads, tokens] = [await sightings.spread(names, session), await indicators.of(names)];
    const known = new Map<string, Known>();
    for (const [name, spread] of spreads as Map<string, Spread>) {
      const own = tokens.filter(({ indicator }) => indicator === name);
      const isFree = await isWithheld({ alerts, isCommon }, name, spread, own, now);
      known.set(name, {
        cases: new Set(spread.cases),
        hasToken: own.some(({ state }) => state !== 'GONE'),
        isFree,
      });
    }
    const budget = await indicators.budgetOf(
      {
        cases: [...new Set(waiting.flatMap(({ cases }) => cases))],
        officers: [...new Set(waiting.flatMap((each) => payerOf(each) ?? []))],
      },
      { at: now, perDay: pace.perDay },
      session,
    );
    const all = waiting.flatMap((sighting) => {
      const its = known.get(sighting.indicator);
      return its ? [placed(sighting, its, { budget, now, round: nextRound(now, pace) })] : [];
    });
    if (all.length > 0) await sightings.place(all, session);
    await indicators.keepBudget(budget, { at: now, others: othersThan(own) }, session);
    return new Set(all.filter(({ turn }) => turn === undefined).map(({ _id }) => _id));
  });
}
