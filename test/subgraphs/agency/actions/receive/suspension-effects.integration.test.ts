import { officerDigest } from '../../../../../identity/suspended.ts';
import { suspensionEffects } from '../../../../../subgraphs/agency/actions/receive/suspension-effects.ts';
import { applyEvent } from '../../../../../subgraphs/agency/channel/in/apply-record.ts';
import { newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { isPassing } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { activeSuspensions } from '../../../../../subgraphs/agency/storage/stores/suspended-officers.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { demo: 12 });
  const decision = { by: 'watcher', reason: 'Read for a friend', at: new Date() };
  await agency.stores.suspensions.suspend('BELARUS', 'gone-astray', decision);
});

/** The digest of an officer of Russia. */
const digestOf = (subject: string) => officerDigest({ agency: 'RUSSIA', subject });
const suspended = () => activeSuspensions(agency.models.suspensions)();

describe('another agency', () => {
  const apply = (type: string, data: Record<string, unknown>) => {
    const now = new Date();
    const effects = suspensionEffects(agency.models.suspensions, async () => undefined);
    const event = {
      id: newMessageId(now),
      from: 'RUSSIA',
      to: 'BELARUS',
      number: 1,
      type,
      at: now,
      data,
    } as const;
    return applyEvent(effects, event, { now, isPassing });
  };
  const suspension = newMessageId(new Date());
  const russians = async () => (await suspended()).filter((officer) => officer.agency === 'RUSSIA');

  test('suspends its own officers here, and lets them in again, by messages that may come twice', async () => {
    const data = { suspension, officer: digestOf('gone-astray') };
    for (let times = 0; times < 2; times++)
      expect(await apply('concord.officer.suspended.v2', data)).toBe('APPLIED');
    expect(await russians()).toMatchObject([{ subject: digestOf('gone-astray') }]);
    for (let times = 0; times < 2; times++)
      expect(await apply('concord.officer.reinstated.v1', { suspension })).toBe('APPLIED');
    expect(await russians()).toEqual([]);
    // Told once more after that, as by a channel that sends again, it opens nothing anew.
    expect(await apply('concord.officer.suspended.v2', data)).toBe('APPLIED');
    expect(await russians()).toEqual([]);
  });

  test('lets in whom it suspends anew, although the news that an earlier one was undone never came', async () => {
    const [lost, later] = [1, 2].map((hour) => newMessageId(new Date(2026, 10, 1, hour)));
    await apply('concord.officer.suspended.v2', { suspension: lost, officer: digestOf('restored') });
    for (let times = 0; times < 2; times++) {
      await apply('concord.officer.suspended.v2', { suspension: later, officer: digestOf('restored') });
      expect(await russians()).toMatchObject([{ subject: digestOf('restored') }]);
    }
    await apply('concord.officer.reinstated.v1', { suspension: later });
    expect(await russians()).toEqual([]);
  });

  test('can neither suspend nor let in an officer of this one', async () => {
    const own = (await suspended()).filter(({ agency: of }) => of === 'BELARUS');
    expect(own).toHaveLength(1);
    const found = await agency.models.suspensions.findOne({ isActive: true, agency: 'BELARUS' }).lean();
    await apply('concord.officer.reinstated.v1', { suspension: found?._id });
    await apply('concord.officer.suspended.v2', {
      suspension: newMessageId(new Date()),
      officer: digestOf('watcher'),
    });
    expect((await suspended()).filter(({ agency: of }) => of === 'BELARUS')).toEqual(own);
  });

  test.each([
    {},
    { suspension: 'x', officer: digestOf('y') },
    { suspension, officer: '' },
    { suspension, subject: 'y' },
    { suspension, officer: 'the suspect is to be warned of the search' },
    { suspension, officer: digestOf('y'), reason: 'z' },
  ])('is not understood when it says %j', async (data) => {
    expect(await apply('concord.officer.suspended.v2', data)).toEqual({ parked: 'DATA_NOT_UNDERSTOOD' });
  });
});
