import { applyEvent } from '../../../../../subgraphs/agency/channel/in/apply-record.ts';
import { newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { isPassing } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, bareDossier, draftOf, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-REF5ED00000000001';
const ofAnotherCase = 'BY-REF5ED00000000002';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(ofAnotherCase, { cases: ['BY-2026-000777'] })]);
});

const investigator = () => world.as('RUSSIA', 'INVESTIGATOR');

describe('a message of the other agency', () => {
  const from = 'BELARUS';
  const apply = (type: string, data: Record<string, unknown>) => {
    const at = world.now;
    const event = { id: newMessageId(at), from, to: 'RUSSIA', number: 9_000, type, at, data } as const;
    return applyEvent(world.RUSSIA.effects, event, { now: at, isPassing });
  };
  test.each([
    [
      'that grants what was never asked',
      { answer: { kind: 'GRANTED', classes: ['VICTIM'], release: `R-${known}-V1` } },
    ],
    ['that is from before its receipt', { at: '2020-01-01T00:00:00.000Z' }],
    ['that contradicts its receipt', { receivedAt: '2020-01-01T00:00:00.000Z' }],
    [
      'of a release of a dossier that is not its own',
      { answer: { kind: 'GRANTED', classes: ['IDENTITY', 'CONTACT'], release: 'R-RU-0000000001-V1' } },
    ],
  ])('%s is parked, and changes nothing', async (_, changed) => {
    const id = await world.sent({ hit: await world.hit(known) }, { classes: ['IDENTITY', 'CONTACT'] });
    const { half } = await read('russia', investigator(), id);
    const at = world.now.toISOString();
    const data = { request: id, receivedAt: half.receivedAt, at, answer: { kind: 'NO_DATA' }, ...changed };
    expect(await apply('concord.request.ended.v1', data)).toEqual({ parked: 'REQUEST_CONTRADICTED' });
    expect((await read('russia', investigator(), id)).half).toEqual(half);
    await act('russia', investigator(), 'withdrawRequest', { request: id });
    await world.settle();
  });

  test('about a request that there is not, or that Russia did not send it, is parked', async () => {
    const at = world.now.toISOString();
    const data = { receivedAt: at, at, answer: { kind: 'NO_DATA' } };
    for (const request of ['RUQ-0000000000000000', 'BYQ-0000000000000000'])
      expect(await apply('concord.request.ended.v1', { request, ...data })).toEqual({
        parked: 'NOT_ITS_REQUEST',
      });
    const { urgency, classes, necessity, offence } = draftOf({});
    const content = {
      purpose: 'SOLVING',
      legalBasis: 'COOPERATION_AGREEMENT',
      case: caseOf.RUSSIA,
      necessity,
      offence,
    };
    const sent = {
      request: 'RUQ-0000000000000001',
      urgency,
      classes,
      ...content,
      subject: { dossier: known },
    };
    expect(await apply('concord.request.sent.v1', sent)).toEqual({ parked: 'NOT_ITS_REQUEST' });
  });
});
