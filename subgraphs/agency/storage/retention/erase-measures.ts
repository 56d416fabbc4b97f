import { yearsAfter } from '../../../../terms/days.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { deleted } from './deleted.ts';
import { isTold } from './erase-alerts.ts';

type Models = Pick<AgencyModels, 'comparedMeasures' | 'measureChecks'>;

/** What is left of measures that were never compared, and that their dossiers have no more: nothing follows them up in an agency without keys of measures. */
async function eraseUncompared({ comparedMeasures, measureChecks }: Models): Promise<void> {
  const gone = await comparedMeasures.find({ change: 'GONE' }, { _id: 1 }).lean<{ _id: string }[]>();
  const ids = gone.map(({ _id }) => _id);
  const compared = await measureChecks.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>();
  const kept = new Set(compared.map(({ _id }) => _id));
  await comparedMeasures.deleteMany({ _id: { $in: ids.filter((id) => !kept.has(id)) }, change: 'GONE' });
}

/**
 * Erases comparisons of measures whose dossier is no more, or whose term is over.
 * @returns the number of these
 */
export async function eraseMeasures(models: Models, messagesYears: number, now: Date): Promise<number> {
  await eraseUncompared(models);
  const old = { endsAt: { $lt: yearsAfter(now, -messagesYears) } };
  return deleted(models.measureChecks.deleteMany({ $or: [{ isErased: true }, old], ...isTold }));
}
