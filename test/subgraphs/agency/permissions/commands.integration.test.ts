import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';
import type { Command } from '../../../support/world/commands.ts';
import { halfOf } from '../records/dossier/releases/support.ts';

const foreignId = 'RU-J01NED000001';
const released = dossierOf('BY-J01NED000001', {
  handlingCode: 'ON_RELEASE',
  ...confirmedLink(foreignId),
  releases: [releaseOf()],
});
const everything =
  halfOf(`id handlingCode version cases releases { id } names { full } birth { date } birthPlace { place }
  sex { sex } citizenships { country } documents { number } contacts { value } instruments { account }
  infrastructure { value } roles { kind } memberships { rank } offences { committedOn } measures { kind }
  plannedMeasures { kind } harms { victims } status { stage } history { nodes { action } } reads { nodes { by } }`);

describe('what is sent to the database for a profile', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [released] });
  });

  const ask = (officer: ReturnType<AgencyInProcess['as']>, document: string, ...ids: string[]) =>
    officer.run(document, { of: ids.map((id) => ({ __typename: 'Suspect', id })) });
  /** What another agency's viewers spend of its budgets beside is a matter of its own tests. */
  const ofRecords = (commands: readonly Command[]) =>
    commands.filter((command) => command[Object.keys(command)[0] ?? ''] !== 'budgets');
  const namesOf = (commands: readonly Command[]) =>
    ofRecords(commands).map(({ find, aggregate, insert }) => find ?? aggregate ?? `+${insert}`);
  const projected = (commands: readonly Command[]) =>
    Object.keys(ofRecords(commands)[0]?.projection ?? {}).sort();

  test('of another agency’s viewer is one read, with the values and all that decides on them', async () => {
    const { data, commands } = await ask(
      agency.as('RUSSIA', 'INVESTIGATOR'),
      halfOf('id names { full } status { stage }'),
      released._id,
    );
    expect(data._entities[0].belarus.status).toEqual({ stage: 'ACCUSED' });
    expect(namesOf(commands)).toEqual(['dossiers', '+reads']);
    expect(projected(commands)).toEqual(['_id', 'handlingCode', 'names', 'releases', 'status']);
  });

  test('is one read too by another agency’s id, through the link', async () => {
    const { data, commands } = await ask(
      agency.as('RUSSIA', 'INVESTIGATOR'),
      halfOf('id names { full }'),
      foreignId,
    );
    expect(data._entities[0].belarus.id).toBe(released._id);
    expect(namesOf(commands)).toEqual(['dossiers', '+reads']);
    expect(projected(commands)).toEqual(['_id', 'handlingCode', 'names', 'releases', 'samePersonAs']);
  });

  test('asks for no field that policy denies to the viewer', async () => {
    const { data, commands } = await ask(
      agency.as('RUSSIA', 'ANALYST').for('PREVENTION'),
      everything,
      released._id,
    );
    expect(projected(commands)).toEqual(['_id', 'handlingCode', 'infrastructure', 'releases']);
    expect(data._entities[0].belarus).toMatchObject({
      names: null,
      status: null,
      history: null,
      reads: null,
    });
  });

  test('asks for what is asked, and for nothing that comes of it alone', async () => {
    const { commands } = await ask(
      agency.as('BELARUS', 'SUPERVISOR'),
      halfOf('id agency contactPoint suspect { id } reads { nodes { by } }'),
      released._id,
    );
    // Of the record, which entries there are, and then those; with the cases, what was read goes on record.
    expect(namesOf(commands)).toEqual(['dossiers', 'reads', 'reads', '+reads']);
    expect(projected(commands)).toEqual(['_id', 'cases']);
    const asked = await ask(agency.as('BELARUS', 'SUPERVISOR'), halfOf('releases { id }'), released._id);
    expect(projected(asked.commands)).toEqual(['_id', 'cases', 'releases']);
  });

  test('is one read for many dossiers, and one for a list', async () => {
    const officer = agency.as('BELARUS', 'INVESTIGATOR');
    const many = await ask(officer, halfOf('names { full }'), released._id, foreignId, 'BY-0000000000');
    expect(namesOf(many.commands)).toEqual(['dossiers', '+reads']);
    const list = await officer.run('{ belarus { dossiers { nodes { names { full } } } } }');
    expect(namesOf(list.commands)).toEqual(['dossiers', '+reads']);
  });

  test.each([
    ['an OVERSEER', ['BELARUS', 'OVERSEER'], 'INVESTIGATION', 'COOPERATION_AGREEMENT'],
    ['nobody', ['BELARUS'], 'INVESTIGATION', 'COOPERATION_AGREEMENT'],
    ['a PARTNER who solves', ['RUSSIA', 'PARTNER'], 'SOLVING', 'COOPERATION_AGREEMENT'],
    ['an officer abroad under national law', ['RUSSIA', 'INVESTIGATOR'], 'INVESTIGATION', 'NATIONAL_LAW'],
  ] as const)('is nothing at all for %s', async (_who, [of, role], purpose, legalBasis) => {
    const officer = agency
      .as(of, ...(role ? [role] : []))
      .for(purpose, 'RU-2026-000001')
      .under(legalBasis);
    const half = await ask(officer, everything, released._id, foreignId);
    const lists = await officer.run(
      '{ belarus { dossiers { nodes { id } } releasedDossiers { nodes { id } } group(id: "BYG-5WD0RQ8K2ZN7TX4M") { name } } }',
    );
    expect([...half.commands, ...lists.commands]).toEqual([]);
    expect(half.data).toEqual({ _entities: [{ belarus: null }, { belarus: null }] });
    expect(lists.data).toEqual({ belarus: { dossiers: null, releasedDossiers: null, group: null } });
    expect(half.redactions).toMatchObject([{ coordinate: 'Suspect.belarus', class: 'OPEN', records: null }]);
    expect(half.errors ?? lists.errors).toBeUndefined();
  });
});
