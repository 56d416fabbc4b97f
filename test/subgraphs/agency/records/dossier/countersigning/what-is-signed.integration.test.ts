import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';
import { grantRelease, proposalTo, proposeRelease, read } from '../releases/support.ts';
import { officersIn, person, provenance } from './support.ts';

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus);
});
const { investigator, supervisor, abroad, act, amend, propose, countersign, sign, versionOf } = officersIn(
  () => agency,
);

describe('words where a name, a number or an address is expected', () => {
  const rally = 'took part in an unauthorised rally';
  const worded = {
    names: [
      { kind: 'ALIAS', script: 'LATIN', surname: rally, givenName: 'Member of the opposition', provenance },
    ],
    documents: [{ kind: 'OTHER', issuer: 'BY', number: 'Activist of protest', provenance }],
    infrastructure: [{ simBox: { value: rally, provenance } }, { sipTrunk: { value: rally, provenance } }],
  };
  const ordinary = {
    names: [{ kind: 'ALIAS', script: 'LATIN', surname: 'Inny', givenName: 'Jan', provenance }],
    documents: [{ kind: 'OTHER', issuer: 'BY', number: 'AB 1234567', provenance }],
    infrastructure: [
      { simBox: { value: 'GT 0001', provenance } },
      { sipTrunk: { value: 'sip:trunk-1@voip.example', provenance } },
    ],
  };
  const shown = async (id: string) => {
    const values = 'names { full } documents { number } infrastructure { value }';
    return JSON.stringify((await read(abroad(), id, values)).half);
  };
  const released = async (values: object) => {
    const { id, dossier } = await act(investigator(), 'recordDossier', {
      ...person,
      ...values,
    });
    const { release } = await proposeRelease(agency.as('BELARUS', 'LIAISON'), {
      ...proposalTo(id),
      classes: ['IDENTITY', 'TECHNICAL'],
    });
    await grantRelease(supervisor(), id, release);
    return { id, waiting: dossier.waiting };
  };

  test('go abroad with a second officer’s word on neutrality, who sees their terms marked', async () => {
    const { id, waiting } = await released(worded);
    const marked = (field: string, ...terms: string[]) => ({ field, isFreeText: true, terms });
    expect(waiting).toMatchObject([
      marked('NAMES', 'rally', 'opposition'),
      marked('DOCUMENTS', 'activist'),
      marked('INFRASTRUCTURE', 'rally'),
      marked('INFRASTRUCTURE', 'rally'),
    ]);
    expect(await shown(id)).not.toMatch(/rally|opposition|ACTIVIST/);
    const unmarked = await sign(id, await versionOf(id));
    expect(unmarked.problems).toEqual([{ path: 'neutrality', code: 'MISSING' }]);
    await sign(id, await versionOf(id), { neutrality: 'It names what the court has named' });
    expect(await shown(id)).toMatch(/rally.*opposition.*ACTIVIST/);
  });

  test('hold nothing up of a person whose names and numbers are ordinary ones', async () => {
    const { id, waiting } = await released(ordinary);
    expect(waiting).toEqual([]);
    expect(await shown(id)).toMatch(/Inny.*AB1234567.*GT 0001.*trunk-1/);
  });
});

describe('an officer who may read some classes of what waits', () => {
  const everything = 'names { full } contacts { value } harms { victims } infrastructure { value }';
  const imei = { value: '356938035643809', provenance };
  const add = {
    contacts: [{ kind: 'PHONE', value: '+375291234567', provenance }],
    harms: [{ victims: 99, loss: '123456.00', currency: 'BYN', provenance }],
    infrastructure: [{ imei }],
  };
  /** Who may read neither VICTIM nor, of a case that is not the dossier's, CONTACT. */
  const partly = () => supervisor().called('partly').for('PREVENTION', 'BY-2026-000001');
  const whole = () => supervisor().called('whole');
  const release = async (id: string, classes: string[], granting: Officer) => {
    const { release: proposed } = await proposeRelease(whole().called('proposer'), {
      ...proposalTo(id),
      classes,
    });
    return grantRelease(granting, id, proposed);
  };
  const recorded = async () => (await act(investigator(), 'recordDossier', person)).id;
  const fieldsWaiting = async (id: string) => {
    const { half } = await read(whole(), id, 'waiting { field }');
    return half.waiting.map(({ field }: { field: string }) => field).sort();
  };

  test('signs by the grant of a release the values of its classes, and no others', async () => {
    const id = await recorded();
    const shown = ['IDENTITY', 'CONTACT', 'VICTIM'];
    expect((await release(id, shown, whole())).__typename).toBe('BelarusRecordedDossier');
    await amend(id, await versionOf(id), { add });
    expect((await sign(id, await versionOf(id), {}, partly())).codes).toEqual(['FORBIDDEN']);
    expect((await release(id, ['TECHNICAL'], partly())).__typename).toBe('BelarusRecordedDossier');
    expect(await fieldsWaiting(id)).toEqual(['CONTACTS', 'HARMS']);
    expect((await read(abroad(), id, everything)).half).toMatchObject({
      contacts: [],
      harms: [],
      infrastructure: [{ value: '490154203237518' }, { value: imei.value }],
    });
    expect((await release(id, shown, partly())).codes).toEqual(['FORBIDDEN']);
    expect((await release(id, shown, whole())).__typename).toBe('BelarusRecordedDossier');
    expect(await fieldsWaiting(id)).toEqual([]);
    expect((await read(abroad(), id, everything)).half).toMatchObject({
      contacts: [{ value: '+375291234567' }],
      harms: [{ victims: 99 }],
    });
  });

  test('signs by making a dossier SHAREABLE the values that this shows, which were there when it was proposed', async () => {
    const id = await recorded();
    await release(id, ['IDENTITY', 'CONTACT', 'VICTIM'], whole());
    await amend(id, await versionOf(id), { add });
    await propose(id, await versionOf(id));
    const late = [{ kind: 'ALIAS', script: 'LATIN', surname: 'Pozni', provenance }];
    await amend(id, await versionOf(id), { add: { names: late } });
    const done = await countersign(id, await versionOf(id), partly());
    expect(done.dossier).toMatchObject({ handlingCode: 'SHAREABLE' });
    expect(await fieldsWaiting(id)).toEqual(['CONTACTS', 'HARMS', 'NAMES']);
    expect((await read(abroad(), id, everything)).half).toMatchObject({
      names: [{ full: 'Probny' }],
      contacts: [],
      harms: [],
      infrastructure: [{ value: '490154203237518' }, { value: imei.value }],
    });
    expect((await sign(id, await versionOf(id), {}, whole())).dossier.waiting).toEqual([]);
    const { half } = await read(abroad(), id, everything);
    expect(half.names).toHaveLength(2);
    expect([half.contacts.length, half.harms.length]).toEqual([1, 1]);
  });
});
