import type { Agency } from '../../../../terms/agencies.ts';
import type { DossierRecord } from '../dossier/dossier-record.ts';
import { linkState } from '../dossier/links/link-state.ts';
import { obstacleAbroad } from '../dossier/obstacle-abroad.ts';
import type { DayWindow } from '../formats/dates/day-window.ts';
import type { MeasureOutcome } from '../values/measure-outcome.ts';
import type { Measure } from '../values/measures.ts';
import type { JointOperation, OwnMeasure } from './half/joint-operation.ts';
import type { ToldMeasure } from './half/told-measure.ts';

/** The fields of a dossier that decide what the other agency is told of its measures. */
export const fieldsOfMeasures = ['measures', 'links', 'handlingCode', 'status'] as const;
export type DossierOfMeasures = Pick<DossierRecord, '_id' | (typeof fieldsOfMeasures)[number]>;

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** The days of a measure, where they are known to the day. */
const daysOf = ({ window, date }: Measure): DayWindow | undefined =>
  window ?? (dayForm.test(date) ? { from: date, until: date } : undefined);

/** A suspect whom a link names at both agencies is told by the dossier's id; nobody else is. */
const isLinked = ({ links = [] }: DossierOfMeasures, other: Agency): boolean =>
  links.some((link) => link.agency === other && linkState(link) === 'SAME');

/** The measure with its dossier, where the other agency may be told of it: not where nothing of the dossier may be told abroad. */
function tellable(
  { dossier: id, of }: OwnMeasure,
  dossiers: ReadonlyMap<string, DossierOfMeasures>,
): { dossier: DossierOfMeasures; measure: Measure } | undefined {
  const dossier = dossiers.get(id);
  const measure = dossier?.measures.find((each) => each.id === of);
  return dossier && measure && !obstacleAbroad(dossier) ? { dossier, measure } : undefined;
}

/** What the other agency is told of an operation's measures as they are in their dossiers now, and the outcomes of those that are done. */
export function measuresNow(
  { other, measures }: Pick<JointOperation, 'other' | 'measures'>,
  dossiers: ReadonlyMap<string, DossierOfMeasures>,
): { plan: ToldMeasure[]; outcomes: MeasureOutcome[] } {
  const plan: ToldMeasure[] = [];
  const outcomes: MeasureOutcome[] = [];
  for (const own of measures) {
    const { dossier, measure } = tellable(own, dossiers) ?? {};
    if (!dossier || !measure) continue;
    if (measure.state === 'DONE' && measure.outcome) outcomes.push(measure.outcome);
    const days = daysOf(measure);
    if (!days) continue;
    const { kind, state, region } = measure;
    plan.push({
      ...{ id: own.id, kind, state, from: days.from, until: days.until },
      ...(region !== undefined && { region }),
      ...(own.need && { need: own.need }),
      ...(isLinked(dossier, other) && { target: dossier._id }),
    });
  }
  return { plan, outcomes };
}
