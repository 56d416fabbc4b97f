import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { read } from '../../records/dossier/releases/support.ts';

const [first, second] = ['BY-A000000001', 'BY-A000000002'] as const;
const counts = 'by agency requests searches dossiers cases ofNoCase withoutReason repeatedReasons';
const noon = new Date('2026-11-24T12:00:00Z');

describe('who has read how much on a day', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: [
        dossierOf(first, { handlingCode: 'SHAREABLE' }),
        dossierOf(second, { handlingCode: 'SHAREABLE', cases: ['BY-2026-000099'] }),
      ],
    });
    const officer = agency.as('BELARUS', 'SUPERVISOR').at(noon);
    await read(officer, first, 'id');
    await read(officer, second, 'id');
    await read(officer.saying('Check of report 17'), second, 'id');
    await read(officer.saying('Check of report 17'), second, 'id');
    await read(agency.as('RUSSIA', 'LIAISON').at(noon), second, 'id');
    // Of the days around.
    await read(officer.at(new Date('2026-11-23T23:59:59.999Z')), first, 'id');
    await read(officer.at(new Date('2026-11-25T00:00:00Z')), first, 'id');
  });

  const readersOn = (day?: string) =>
    agency
      .as('BELARUS', 'OVERSEER')
      .at(noon)
      .run(`query ($day: Date) { belarus { readers(day: $day) { day isComplete readers { ${counts} } } } }`, {
        day,
      });
  const ofSupervisor = { by: 'belarus-supervisor', agency: 'BELARUS', searches: 0, cases: 1 };

  test('is told to the overseer: how many dossiers, in how many cases, of no case of theirs, and why', async () => {
    const { data, codes } = await readersOn();
    expect(codes).toEqual([]);
    expect(data.belarus.readers).toEqual({
      day: '2026-11-24',
      isComplete: true,
      readers: [
        { ...ofSupervisor, requests: 4, dossiers: 2, ofNoCase: 1, withoutReason: 1, repeatedReasons: 1 },
        {
          ...ofSupervisor,
          by: 'russia-liaison',
          agency: 'RUSSIA',
          requests: 1,
          dossiers: 1,
          ofNoCase: 0,
          withoutReason: 0,
          repeatedReasons: 0,
        },
      ],
    });
  });

  test('is that of the day which is asked for, and none of a day without reads', async () => {
    expect((await readersOn('2026-11-25')).data.belarus.readers.readers).toMatchObject([
      { ...ofSupervisor, requests: 1 },
    ]);
    expect((await readersOn('2026-11-22')).data.belarus.readers.readers).toEqual([]);
  });

  test.each(['2026-02-30', '2026-11', 'today', '', '2026-11-24T00:00:00Z', '+002026-11-24'])(
    'is refused for %j, which is no day',
    async (day) => {
      expect((await readersOn(day)).codes).toEqual(['BAD_USER_INPUT']);
    },
  );

  test.each([
    ['BELARUS', 'SUPERVISOR'],
    ['BELARUS', 'INVESTIGATOR'],
    ['RUSSIA', 'OVERSEER'],
  ] as const)('is withheld from a %s %s, and nothing is read for it', async (whose, role) => {
    const { data, redactions, commands } = await agency
      .as(whose, role)
      .run('{ belarus { readers { day } } }');
    expect([data.belarus.readers, commands]).toEqual([null, []]);
    expect(redactions).toMatchObject([{ coordinate: 'BelarusQuery.readers', reason: 'ROLE' }]);
  });
});
