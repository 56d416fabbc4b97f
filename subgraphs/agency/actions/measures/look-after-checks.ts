import type { Agency } from '../../../../terms/agencies.ts';
import { withCheckColumns } from '../../records/measures/comparing/check-record.ts';
import type { CheckEvent } from '../../records/measures/comparing/check-transition.ts';
import { comparedEpochs, decisiveEpoch } from '../../records/measures/comparing/measure-epochs.ts';
import { changeChecks } from './change-checks.ts';
import { comparedWith, type Measuring } from './measuring.ts';

type Looking = Pick<Measuring, 'own' | 'keys' | 'measures' | 'checks'>;

/** Comparisons that time has changed, which are taken together. */
const together = 500;

/** Notes which measures are told whole. */
async function noteTold({ own, keys, measures, checks }: Looking, now: Date): Promise<void> {
  const onTheWay = await checks.onTheWay();
  if (onTheWay.size === 0) return;
  const { current, next } = keys.own;
  const epochs = new Map<Agency, string>();
  for (const other of comparedWith({ own, keys })) {
    const records = next ? await measures.epochs(other) : [];
    epochs.set(
      other,
      decisiveEpoch(comparedEpochs({ current: current.epoch, next: next?.epoch }, records, now)),
    );
  }
  if (epochs.size === 0) return;
  const untold = await measures.tokens.untold([...onTheWay.keys()], epochs);
  const events = [...onTheWay]
    .filter(([measure]) => !untold.has(measure))
    .map(([measure, run]): [string, CheckEvent[]] => [measure, [{ kind: 'TOLD', run, at: now }]]);
  await changeChecks(checks, new Map(events));
}

/** Ends what is over, and writes the states that time has made. */
async function noteTime({ measures, checks }: Looking, now: Date): Promise<void> {
  for (;;) {
    const due = await checks.due(now, together);
    if (due.length === 0) return;
    const records = await checks.readEach(due);
    const over = records.filter(({ endsAt }) => endsAt <= now).map(({ _id }) => _id);
    if (over.length > 0) {
      await measures.together((session) => measures.tokens.letGo(over, session));
      await changeChecks(checks, new Map(over.map((measure) => [measure, [{ kind: 'END', at: now }]])));
    }
    const late = records.filter(({ endsAt }) => endsAt > now);
    await checks.writeEach(
      late.map(({ pending: _, ...record }) =>
        withCheckColumns({ ...record, version: record.version + 1 }, now),
      ),
    );
    if (due.length < together) return;
  }
}

/** Brings comparisons to what rounds and the passing of time have made of them. */
export async function lookAfterChecks(parts: Looking, now: Date): Promise<void> {
  await noteTold(parts, now);
  await noteTime(parts, now);
}
