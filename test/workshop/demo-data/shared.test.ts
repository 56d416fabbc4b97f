import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { knownToOne, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { everyDossier, linksAt, records } from './population.ts';

const things = ({ instruments, infrastructure }: DossierRecord) => [...instruments, ...infrastructure];

/** Who holds each thing of the kind, by its node. */
function holdersOf(kind: string, dossiers: readonly DossierRecord[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const dossier of dossiers) {
    for (const { node } of things(dossier).filter((thing) => thing.kind === kind))
      holders.set(node, (holders.get(node) ?? new Set()).add(dossier._id));
  }
  return holders;
}

const kinds = ['WALLET', 'SIM_BOX', 'MALWARE_FAMILY', 'DOMAIN', 'SIP_TRUNK', 'CASH_OUT_POINT'];

describe.each(kinds)('things of kind %s', (kind) => {
  test.each(demoAgencies)('are shared by two to eight dossiers of %s', (agency) => {
    const counts = [...holdersOf(kind, records[agency].dossiers).values()].map(({ size }) => size);
    expect(counts.filter((count) => count > 1).length).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  });

  test('are shared across agencies, also by people who are not the same', () => {
    const pairs = new Set(
      linksAt('BELARUS', records).map(({ holder, link }) => `${holder._id} ${link.dossier}`),
    );
    const [own, foreign] = demoAgencies.map((agency) => holdersOf(kind, records[agency].dossiers));
    const across = [...(own ?? [])].flatMap(([node, holders]) =>
      [...holders].flatMap((one) => [...(foreign?.get(node) ?? [])].map((other) => `${one} ${other}`)),
    );
    expect(across.filter((pair) => !pairs.has(pair)).length).toBeGreaterThan(0);
  });
});

test('a node is of one thing: the same value has the same one, another value another', () => {
  const values = new Map<string, string>();
  for (const { id: _id, provenance: _provenance, node, ...thing } of everyDossier.flatMap(things)) {
    expect(node).toMatch(/^N[0-9A-HJKMNP-TV-Z]{20}$/);
    // A bank, a model, slots or whose it is may be unknown to one of those who hold it; a mistyped check digit is no other device.
    const {
      bank: _bank,
      model: _model,
      slots: _slots,
      use: _use,
      checksum: _checksum,
      ...what
    } = {
      ...{ bank: undefined, model: undefined, slots: undefined, use: undefined, checksum: undefined },
      ...thing,
    };
    const value = JSON.stringify(what.kind === 'IMEI' ? [what.kind, what.value.slice(0, 14)] : what);
    expect(values.get(node) ?? value).toBe(value);
    values.set(node, value);
  }
  expect(new Set(values.values()).size).toBe(values.size);
});

test('a SIM box and a wallet lead from the person whom one agency knows to the linked one', () => {
  const [hers, his, theirs] = [knownToOne, linkedPerson.BELARUS, linkedPerson.RUSSIA].map((id) =>
    everyDossier.filter(({ _id }) => _id === id).flatMap(things),
  );
  for (const kind of ['SIM_BOX', 'WALLET']) {
    const nodes = [hers, his, theirs].map((of) => of?.find((thing) => thing.kind === kind)?.node);
    expect(nodes[0]).toBeDefined();
    expect(new Set(nodes).size).toBe(1);
  }
});
