import type { mongo } from 'mongoose';
import { agencies } from '../environment.ts';
import type { Databases } from './databases.ts';
import type { Planted } from './planted.ts';

export interface Count {
  matches: number;
  /** Values that were taken back, whose alerts are closed at both agencies. */
  closed: number;
  lost: number;
  doubled: number;
}

/** The rounds that sent messages answer, and the names of the tokens that they tell: each is to be there once. */
const namesSent = (sent: readonly mongo.BSON.Document[]): string[] =>
  sent.flatMap(({ event }) => {
    const { type, data } = JSON.parse(String(event));
    if (type === 'concord.indicator.token.v1') return data.tokens.map(({ name }: { name: string }) => name);
    if (type === 'concord.indicator.withdrawn.v1')
      return data.names.map((name: string) => `taken back ${name}`);
    return type === 'concord.indicator.evaluated.v1' ? [`round ${data.round}`] : [];
  });

/** Those that occur more than once, each counted as often as it is too many. */
const surplus = (names: readonly string[]): number => names.length - new Set(names).size;

/** Compares what was planted with the alerts and notices of both agencies, and with what each has told the other. */
export async function count(databases: Databases, planted: Planted): Promise<Count> {
  const all: Count = { matches: 0, closed: 0, lost: 0, doubled: 0 };
  const [found, closed] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, indicator: string) => to.set(indicator, (to.get(indicator) ?? 0) + 1);
  const { matching, takenBack, alone } = planted;
  for (const name of agencies) {
    const database = databases.of(name);
    const [alerts, notices, sent] = await Promise.all([
      database.collection('alerts').find().toArray(),
      database.collection('notices').find({ kind: 'ALERT_RAISED' }).toArray(),
      database
        .collection('outbox')
        .find({ type: /^concord.indicator/ })
        .toArray(),
    ]);
    const of = (indicator: string) => alerts.filter((each) => each.indicator === indicator);
    const noted = (alert: mongo.BSON.Document | undefined) =>
      notices.filter(({ data }) => data?.alert === alert?._id).length;
    for (const indicator of matching) {
      const open = of(indicator).filter(({ state }) => state === 'NEW');
      if (open.length > 0) add(found, indicator);
      if (open.length === 0 || noted(open[0]) === 0) all.lost++;
      all.doubled += Math.max(0, of(indicator).length - 1) + Math.max(0, noted(open[0]) - 1);
    }
    for (const { indicator } of takenBack) {
      const its = of(indicator);
      // An alert that is left open is a withdrawal that was lost, and one that is gone was lost itself.
      if (its.length > 0 && its.every(({ state }) => state === 'CLOSED')) add(closed, indicator);
      else all.lost++;
      all.doubled += Math.max(0, its.length - 1);
    }
    for (const indicator of alone) all.doubled += of(indicator).length;
    all.doubled += surplus(namesSent(sent));
  }
  const atBoth = (counts: Map<string, number>) =>
    [...counts.values()].filter((times) => times === agencies.length).length;
  return { ...all, matches: atBoth(found), closed: atBoth(closed) };
}
