import { withAlertColumns } from '../../../subgraphs/agency/records/alerts/alert-record.ts';
import { sharedPlace } from '../../../subgraphs/agency/records/indicators/widely-shared.ts';
import { messageIdOf, newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { parkedMessage } from '../../support/agency/parked-message.ts';
import { requestAt } from '../../support/hand-made-requests.ts';
import type { AgencyInProcess } from '../../support/world/agency.ts';

/** What is compared with another agency: an alert, tokens of both sides, a round and an answer to one, with their bytes. */
export async function fillIndicators({ models }: AgencyInProcess): Promise<void> {
  const at = new Date();
  const [element, blind] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const names = { own: 'A'.repeat(20), theirs: 'B'.repeat(20), case: 'BY-2026-000001' };
  const alert = {
    id: 'BYA-0000000000000000',
    other: 'RUSSIA',
    kind: 'PHONE',
    case: names.case,
    since: at,
  } as const;
  const indicator = 'N00000000000000000000';
  await models.alerts.create(
    withAlertColumns(
      {
        _id: alert.id,
        version: 1,
        alert,
        ...names,
        indicator,
        dossiers: ['BY-0000000000'],
        reference: `RUH-${'0'.repeat(20)}`,
        place: messageIdOf(alert.id, at),
        taken: [],
      },
      at,
    ),
  );
  await models.widelyShared.create({
    _id: indicator,
    dossiers: 21,
    since: at,
    at,
    place: sharedPlace(at, indicator),
  });
  await models.indicators.create({
    _id: names.own,
    other: 'RUSSIA',
    state: 'TOLD',
    indicator,
    kind: 'PHONE',
    value: '+375290000000',
    order: '0',
    epoch: '2026',
    element,
    expected: 'x'.repeat(22),
  });
  await models.toldIndicators.create({
    _id: `RUSSIA ${names.theirs}`,
    from: 'RUSSIA',
    token: 'x'.repeat(22),
    epoch: '2026',
    at,
  });
  await models.indicatorRounds.create({
    _id: 'RUSSIA 1',
    other: 'RUSSIA',
    number: 1,
    epoch: '2026',
    at,
    state: 'SENT',
    slots: [{ blind, element }],
  });
  await models.firstLoads.create({
    _id: 'RUSSIA',
    here: { slots: 1_000, until: at, at, by: 'supervisor-1' },
    there: { slots: 1_000, until: at, at },
  });
  await models.indicatorAnswers.create({ _id: 'RUSSIA 1', at });
  await models.indicatorEpochs.create({
    _id: 'RUSSIA 2026',
    other: 'RUSSIA',
    epoch: '2026',
    begunAt: at,
    readyAt: at,
  });
  await models.indicatorDays.create({ _id: 'HERE RUSSIA 2026-11-27', slots: 4, at });
}

/** A measure that is compared, with a token of it in each state in which something hangs on it. */
export async function fillMeasures({ models }: AgencyInProcess): Promise<void> {
  const element = Buffer.alloc(32, 7);
  const at = new Date('2026-11-27T09:00:00Z');
  const [measure, name] = ['BY-0000000001 VMEASURE00001', '0'.repeat(20)];
  await models.comparedMeasures.create({
    _id: measure,
    measure: 'VMEASURE00001',
    dossier: 'BY-0000000001',
    cases: ['BY-2026-000001'],
    window: { from: '2026-12-10', until: '2026-12-12' },
    state: 'AUTHORISED',
    plannedBy: 'investigator-1',
    authorised: { by: 'supervisor-1', at },
    change: 'HELD',
  });
  await models.measureTokens.create({
    _id: name,
    other: 'RUSSIA',
    state: 'TOLD',
    measure,
    run: 'run',
    week: '2026-W50',
    epoch: '2026',
    order: '1',
    element,
    token: 'x'.repeat(22),
    expected: ['y'.repeat(22)],
    scopes: '',
    at,
  });
  await models.toldMeasureTokens.create({ _id: `RUSSIA ${name}`, from: 'RUSSIA', token: 'y'.repeat(22), at });
  await models.measureRounds.create({
    _id: 'RUSSIA 1',
    other: 'RUSSIA',
    number: 1,
    epoch: '2026',
    at,
    state: 'SENT',
    slots: [{ blind: element, element }],
  });
  await models.measureAnswers.create({ _id: 'RUSSIA 1', at });
  await models.measureChecks.create({
    _id: measure,
    version: 1,
    check: { isCompared: true, run: 'run', since: at, meetings: [] },
    dossier: 'BY-0000000001',
    measure: 'VMEASURE00001',
    cases: ['BY-2026-000001'],
    plannedBy: 'investigator-1',
    endsAt: at,
    place: measure,
    state: 'WAITING',
  });
  await models.measureEpochs.create({ _id: 'RUSSIA 2026', other: 'RUSSIA', epoch: '2026', begunAt: at });
  await models.measureDays.create({ _id: 'HERE RUSSIA 2026-11-27', slots: 4, at });
}

/** One record of each kind that the channel keeps, and a reference of a hit. */
export async function fillChannel({ models, records, stores }: AgencyInProcess): Promise<void> {
  const at = new Date();
  const dossier = records.BELARUS.dossiers[0]?._id ?? '';
  const data = { dossier };
  const id = newMessageId(at);
  await models.inbox.create(parkedMessage());
  await models.outbox.create({
    _id: id,
    to: 'RUSSIA',
    number: 1,
    type: 'concord.dossier.withdrawn.v1',
    event: '{}',
    queuedAt: at,
    open: true,
  });
  await models.suspensions.create({
    _id: `RUSSIA ${newMessageId(at)}`,
    agency: 'RUSSIA',
    subject: 'suspended-officer',
    isActive: true,
    suspended: { at },
  });
  await models.notices.create({
    _id: `RUSSIA ${id}`,
    place: id,
    agency: 'RUSSIA',
    kind: 'DOSSIER_WITHDRAWN',
    at,
    receivedAt: at,
    data,
  });
  await models.deputies.create({ _id: 'away', deputy: 'there', until: at });
  await models.officerDays.create({ _id: '2026-11-25 officer', removed: 1, at });
  await models.requests.create([requestAt('SENT', { name: 'SENT000000000000', dossier })]);
  await models.peers.create({ _id: 'RUSSIA', refused: 1, gaps: 0 });
  await models.refused.create({ _id: 'RUSSIA 1', at, reason: 'MALFORMED', hash: 'hash', body: 'x' });
  const message = { id, to: 'RUSSIA' as const, type: 'concord.dossier.withdrawn.v1', at, data };
  await models.departures.create({ _id: dossier, messages: [message] });
  await stores.hits.referencesOf([dossier], { agency: 'RUSSIA', case: undefined }, at);
}
