import type { mongo } from 'mongoose';
import { blind } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { inBase64 } from '../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import { runOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import { usualMeasurePace } from '../../../subgraphs/agency/records/measures/measure-pace.ts';
import { messageIdOf } from '../../../subgraphs/agency/records/messages/message.ts';
import { knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { done } from '../two-key/two-key-agencies.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { digestOf, epoch, from, nameAt } from './many-indicators.ts';
import { idAt, theirMeasureKey } from './many-measures.ts';

/** Has a measure that is compared be compared no more by something that was told, as when its dossier has lost it. */
async function takeOut({ models }: AgencyInProcess, measure: string): Promise<void> {
  const row = await models.comparedMeasures.findById(measure).lean();
  if (!row) throw new Error(`${measure} is not compared`);
  const [_id, token] = [nameAt(1, 'Z'), digestOf(7_000_000)];
  const held = { other: from, measure, run: runOf(row), of: 'lost', week: '2026-W53', epoch } as const;
  await models.measureTokens.create([
    { ...held, _id, token, state: 'TOLD', at: new Date() },
    { ...held, _id: nameAt(2, 'Z'), state: 'MADE' },
  ]);
  await models.comparedMeasures.updateOne({ _id: measure }, { $set: { change: 'HELD', basis: 'other' } });
}

/** Rounds of measures go out and are answered, tokens meet own ones and are taken back, a word comes, and an agency tells its tokens anew. */
export async function compareMeasures(agency: AgencyInProcess): Promise<void> {
  const { models, effects, compareMeasuresNow } = agency;
  const { rhythm } = usualMeasurePace;
  const start = Date.now();
  let handled = 0;
  const apply = async (type: string, data: object) => {
    const now = new Date(start + 10 * rhythm);
    handled++;
    const id = messageIdOf(`${type} ${handled}`, now);
    const given = JSON.parse(JSON.stringify(data)) as unknown;
    const arrival = { id, number: 4_000_000 + handled, type, at: now, key: id, now, receivedAt: now };
    return effects.get(type)?.({ ...arrival, from, to: 'BELARUS', data: given });
  };
  // Of a dossier that is there two measures begin to be compared, and one of those that are not has ended.
  const rows = models.comparedMeasures;
  await rows.create([
    {
      ...(await rows.findById(idAt(0)).lean()),
      _id: `${knownToOne} VFRESH000001`,
      measure: 'VFRESH000001',
      dossier: knownToOne,
      change: 'HELD',
    },
    {
      ...(await rows.findById(idAt(1)).lean()),
      _id: `${knownToOne} VFRESH000002`,
      dossier: knownToOne,
      change: 'WAITS',
      turn: new Date(start - 1_000),
    },
  ]);
  await rows.updateOne({ _id: idAt(4) }, { $set: { change: 'GONE' } });
  await rows.updateOne(
    { state: 'AUTHORISED', comparesSecret: true },
    { $set: { state: 'CANCELLED', change: 'HELD' } },
  );
  for (let each = 0; each < 4; each++) {
    const now = new Date(start + each * rhythm);
    if (each === 1) await takeOut(agency, `${knownToOne} VFRESH000001`);
    await compareMeasuresNow(now);
    const number = Math.floor(now.getTime() / rhythm);
    const round = await models.measureRounds.findById(`${from} ${number}`).lean();
    if (!round) throw new Error('no round has gone');
    const elements = round.slots.map(({ element }) =>
      Uint8Array.from((element as unknown as mongo.Binary).buffer),
    );
    const { evaluated, proof } = done(evaluate(each === 1 ? newEvaluationKey() : theirMeasureKey, elements));
    const answer = { round: number, epoch, elements: evaluated.map(inBase64), proof: inBase64(proof) };
    const refused = { round: number, epoch, refused: 'QUOTA_SPENT' };
    // Told twice it changes nothing the second time.
    for (const _time of [1, 2]) await apply('concord.measure.evaluated.v1', each === 0 ? refused : answer);
  }
  const element = inBase64(blind({ kind: 'PHONE', value: '+375290000000', week: '2026-W53' }).element);
  const meeting = await models.measureTokens.findOne({ state: 'TOLD', measure: { $exists: true } }).lean();
  const told = { name: nameAt(1, 'X'), token: meeting?.expected?.[0] ?? digestOf(1) };
  const round = { epoch, elements: [element], contact: 'liaison@interior-ministry.ru.example' };
  for (const _time of [1, 2])
    await apply('concord.measure.round.v1', { ...round, round: 1_000_001, tokens: [told], withdrawn: [] });
  const pairs = [{ theirs: told.name, yours: meeting?._id }];
  await apply('concord.measure.settled.v1', { how: 'COORDINATED', pairs });
  await apply('concord.measure.round.v1', {
    ...round,
    round: 1_000_002,
    tokens: [],
    withdrawn: [told.name, nameAt(25, 'T')],
  });
  await apply('concord.measure.series.v1', { day: '2026-11-20', length: 3 });
  const anew = { run: nameAt(1, 'R'), tokens: [told], isLast: true };
  await apply('concord.measure.restated.v1', anew);
  // One that was never compared, which nothing follows up from here on.
  await rows.create({
    ...(await rows.findById(idAt(3)).lean()),
    _id: `${knownToOne} VGONE0000001`,
    change: 'GONE',
  });
}
