import type { mongo } from 'mongoose';
import { blind } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { indicatorTokenOf } from '../../../subgraphs/agency/matching/two-key/indicator-token-of.ts';
import { raiseFor } from '../../../subgraphs/agency/matching/two-key/raise.ts';
import { usualPace } from '../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { inBase64 } from '../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import { messageIdOf } from '../../../subgraphs/agency/records/messages/message.ts';
import { done } from '../two-key/two-key-agencies.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { bytesOf, day, digestOf, epoch, from, indicatorKeys, nameAt, theirs } from './many-indicators.ts';

/** Rounds go out and are answered, tokens are told, one of which this agency has too, and are taken back. */
export async function compareIdentifiers(agency: AgencyInProcess): Promise<void> {
  const { models, stores, effects, compareNow } = agency;
  let handled = 0;
  const apply = async (type: string, data: object) => {
    const now = new Date();
    handled++;
    const id = messageIdOf(`${type} ${handled}`, now);
    const given = JSON.parse(JSON.stringify(data)) as unknown;
    const arrival = {
      id,
      from,
      to: 'BELARUS',
      number: 3_000_000 + handled,
      type,
      at: now,
      key: id,
      now,
      receivedAt: now,
    } as const;
    const result = await effects.get(type)?.({ ...arrival, data: given });
    return result;
  };
  const start = Date.now();
  const { rhythm } = usualPace;
  const token = (element: Uint8Array) => inBase64(indicatorTokenOf({ epoch, teller: from }, element));
  for (let each = 0; each < 4; each++) {
    const now = new Date(start + each * rhythm);
    await compareNow(now);
    const number = Math.floor(now.getTime() / rhythm);
    const round = await models.indicatorRounds.findById(`${from} ${number}`).lean();
    if (!round) throw new Error('no round has gone');
    const elements = round.slots.map(({ element }) =>
      Uint8Array.from((element as unknown as mongo.Binary).buffer),
    );
    // One is refused, one answered wrongly, and the rest as it should be.
    if (each === 0)
      await apply('concord.indicator.evaluated.v1', { round: number, epoch, refused: 'QUOTA_SPENT' });
    else {
      const key = each === 1 ? newEvaluationKey() : theirs;
      const { evaluated, proof } = done(evaluate(key, elements));
      await apply('concord.indicator.evaluated.v1', {
        round: number,
        epoch,
        elements: evaluated.map(inBase64),
        proof: inBase64(proof),
      });
    }
  }
  // The newest of those whose tokens wait to be told, which goes last.
  const made = await models.indicators.findById(nameAt(102)).lean();
  if (!made?.element) throw new Error('no identifier has its element');
  const told = { name: nameAt(1, 'M'), token: made.expected };
  // Told twice it raises one alert.
  for (const tokens of [[told, { name: nameAt(2, 'M'), token: token(bytesOf(7)) }], [told]])
    await apply('concord.indicator.token.v1', { epoch, tokens });
  await apply('concord.indicator.load.v1', {
    slots: 30_000,
    until: new Date(Date.now() + day).toISOString(),
  });
  await apply('concord.indicator.run.v1', { day: '2026-11-20', length: 5 });
  const asked = [inBase64(blind({ kind: 'PHONE', value: '+375290000000' }).element)];
  // Applied twice it is answered once; and one that is none is counted, and not answered.
  for (const elements of [asked, asked])
    await apply('concord.indicator.blinded.v1', { round: 5_000_001, epoch, elements });
  await apply('concord.indicator.blinded.v1', { round: 5_000_002, epoch, elements: [inBase64(bytesOf(1))] });
  const alert = await models.alerts.findOne({ theirs: told.name }).lean();
  if (!alert) throw new Error('no alert was raised');
  await apply('concord.alert.ended.v1', { theirs: told.name, yours: alert.own });
  const at = new Date();
  const data = { theirs: alert.own, yours: told.name };
  const ended = { id: messageIdOf('ended', at), to: from, type: 'concord.alert.ended.v1', at, data } as const;
  await stores.alerts.tell(alert._id, [ended]);
  // The dossier that holds it is no more.
  await models.sightings.updateMany(
    { indicator: alert.indicator },
    { $set: { change: 'GONE', value: '', cases: [] } },
  );
  await compareNow(new Date(start + 4 * rhythm));
  await apply('concord.indicator.withdrawn.v1', { names: [told.name, nameAt(3, 'T')] });
  await changeKeys(agency, { apply, start: start + 5 * rhythm });
}

/** The keys change: tokens are raised at both sides, the change ends, and the old key is dropped. */
async function changeKeys(
  { models, stores, compareNow }: AgencyInProcess,
  { apply, start }: { apply: (type: string, data: object) => Promise<unknown>; start: number },
): Promise<void> {
  const { rhythm } = usualPace;
  const nextEpoch = '2027';
  const [ourNext, theirNext] = [newEvaluationKey(), newEvaluationKey()];
  const { own } = indicatorKeys;
  const other = indicatorKeys.others.get(from);
  if (!other) throw new Error('there is no key of the other agency');
  own.next = { kid: 'our next', epoch: nextEpoch, ...ourNext };
  other.next = { kid: 'their next', epoch: nextEpoch, publicKey: theirNext.publicKey };
  for (let each = 0; each < 3; each++) {
    const now = new Date(start + each * rhythm);
    await compareNow(now);
    const number = Math.floor(now.getTime() / rhythm);
    const round = await models.indicatorRounds.findById(`${from} ${nextEpoch} ${number}`).lean();
    if (!round) throw new Error('nothing was raised');
    const elements = round.slots.map(({ element }) =>
      Uint8Array.from((element as unknown as mongo.Binary).buffer),
    );
    // One is answered wrongly, and one leaves a token out.
    const next = each === 0 ? newEvaluationKey() : theirNext;
    const answered = elements.slice(each === 1 ? 1 : 0);
    const { evaluated, proof, factor } = done(raiseFor({ current: theirs, next }, answered));
    const names = round.slots.slice(each === 1 ? 1 : 0);
    const raised = {
      round: number,
      epoch: nextEpoch,
      raised: names.map(({ indicator }, place) => ({
        name: indicator,
        element: inBase64(evaluated[place] ?? new Uint8Array()),
      })),
      proof: inBase64(proof),
      factor: { publicKey: inBase64(factor.publicKey), proof: inBase64(factor.proof) },
    };
    for (const _again of [1, 2]) await apply('concord.indicator.raised.v1', raised);
    await stores.indicatorExchange(now);
  }
  const blinded = blind({ kind: 'PHONE', value: '+375290000001' }).element;
  const asked = [9, 10].map((index) => ({ name: nameAt(index, 'T'), element: inBase64(blinded) }));
  const tokens = [{ name: nameAt(11, 'T'), token: digestOf(2_000_000) }];
  // Told again it is raised once.
  for (const round of [1, 1, 2])
    await apply('concord.indicator.raise.v1', {
      round,
      epoch: nextEpoch,
      asked,
      tokens,
      isReady: true,
      isDone: true,
    });
  const at = new Date();
  // As if a week had passed.
  await models.indicatorEpochs.updateOne(
    { _id: `${from} ${nextEpoch}` },
    { $set: { readyAt: at, doneAt: at } },
  );
  await compareNow(new Date(start + 3 * rhythm));
  own.current = own.next;
  delete own.next;
  await compareNow(new Date(start + 4 * rhythm));
}
