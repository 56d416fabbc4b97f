import { officersOf } from '../../../support/end-to-end/channel/officers.ts';
import { halvesShown, linksShown } from '../../../support/end-to-end/channel/profile.ts';
import type { TwoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import { processesOf } from '../../../support/end-to-end/processes.ts';
import { until } from '../../../support/end-to-end/until.ts';

export function carriedSuite(agencies: TwoAgencies): void {
  const [atHome, abroad] = [officersOf(agencies, 'belarus'), officersOf(agencies, 'russia')];
  const patience = 60_000;

  interface Channel {
    queued: number;
    oldestQueued: string | null;
    parked: { nodes: { id: string }[] };
    gaps: number;
    refused: number;
  }

  const fields = 'queued oldestQueued parked { nodes { id } } gaps refused';
  const channelOf = async (agency: 'belarus' | 'russia') => {
    const officers = agency === 'belarus' ? atHome : abroad;
    const document = `{ ${agency} { channel { ${fields} } } }`;
    const data = await officers.ask<Record<string, { channel: [Channel] }>>('liaison', document);
    return data[agency]?.channel[0];
  };

  test('the channel carries a link from a proposal to its confirmation, and back', async () => {
    const pair = { belarus: await atHome.record(), russia: await abroad.record() };
    const { belarus: own, russia: foreign } = pair;
    expect(await halvesShown(agencies, 'belarus', foreign)).toEqual({ belarus: null, russia: null });
    await atHome.decide(own, foreign);
    await until(async () => (await linksShown(agencies, 'russia', foreign)).length > 0, patience);
    await abroad.decide(foreign, own);
    // Each half opens when its owner knows of both decisions.
    await until(async () => (await halvesShown(agencies, 'belarus', own)).russia !== null, patience);
    await until(async () => (await halvesShown(agencies, 'russia', foreign)).belarus !== null, patience);
    expect(await halvesShown(agencies, 'belarus', own)).toEqual(pair);
    expect(await halvesShown(agencies, 'russia', foreign)).toEqual(pair);

    await atHome.withdraw(own, foreign);
    expect((await halvesShown(agencies, 'russia', foreign)).belarus).toBeNull();
    await until(async () => (await halvesShown(agencies, 'belarus', foreign)).russia === null, patience);
  });

  test('what an agency that does not answer is to be told is kept, and told in order and once', async () => {
    const dossier = await atHome.record();
    const [russia] = (await processesOf(agencies.dataDirectory)).filter(({ command }) =>
      command.includes('subgraphs/russia/start.ts'),
    );
    if (!russia) throw new Error('there is no subgraph of Russia');
    process.kill(russia.pid, 'SIGSTOP');
    const released: string[] = [];
    try {
      for (let i = 0; i < 5; i++) released.push(await atHome.release(dossier));
      const isQueued = async () => ((await channelOf('belarus'))?.queued ?? 0) >= 5;
      await until(isQueued, patience);
      expect((await channelOf('belarus'))?.oldestQueued).not.toBeNull();
    } finally {
      process.kill(russia.pid, 'SIGCONT');
    }
    const told = async () =>
      (await abroad.notices()).filter((notice) => notice.dossier === dossier).map(({ release }) => release);
    await until(async () => (await told()).length >= 5, patience);
    await until(async () => (await channelOf('belarus'))?.queued === 0, patience);
    expect((await told()).reverse()).toEqual(released);
    expect(await channelOf('russia')).toMatchObject({ parked: { nodes: [] }, gaps: 0, refused: 0 });
  });
}
