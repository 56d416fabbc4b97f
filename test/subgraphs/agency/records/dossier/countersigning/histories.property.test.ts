import { array, assert, constantFrom, property, record } from 'fast-check';
import {
  countersignShareable,
  countersignValues,
  proposeShareable,
  turnDownShareable,
} from '../../../../../../subgraphs/agency/records/dossier/countersigning/shareable-steps.ts';
import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { grant, propose } from '../../../../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import type { Author, StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { amend } from '../../../../../../subgraphs/agency/records/dossier/steps/amend.ts';
import { changeHandling } from '../../../../../../subgraphs/agency/records/dossier/steps/close.ts';
import { valuesOf } from '../../../../../../subgraphs/agency/records/values/values-of.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const officers = ['anna', 'boris', 'vera'] as const;
const kinds = [
  'ADD',
  'ADD_TEXT',
  'SIGN',
  'SIGN_TEXTS',
  'PROPOSE',
  'COUNTERSIGN',
  'TURN_DOWN',
  'NARROW',
  'RELEASE',
  'GRANT',
] as const;
type Kind = (typeof kinds)[number];

const start = Date.parse('2026-11-01T00:00:00Z');
const given = {
  sourceReliability: 'B',
  informationAccuracy: 2,
  legalBasis: 'NATIONAL_LAW',
  retainUntil: new Date('2036-01-01'),
} as const;
const nothing = {
  names: [],
  citizenships: [],
  documents: [],
  contacts: [],
  instruments: [],
  infrastructure: [],
  roles: [],
  memberships: [],
  offences: [],
  measures: [],
  harms: [],
};
const phone = { kind: 'PHONE', value: '+375001234567', provenance: given } as const;
const messenger = { kind: 'MESSENGER', value: '@heron', service: 'a service', provenance: given } as const;
const classes = ['IDENTITY', 'CONTACT'] as const;
const add = (contact: object) => ({ add: { ...nothing, contacts: [contact] } as never, remove: [] });

function decide(dossier: DossierRecord, author: Author, kind: Kind): StepResult {
  switch (kind) {
    case 'ADD':
      return amend(dossier, author, add(phone), belarus.retention.removal);
    case 'ADD_TEXT':
      return amend(dossier, author, add(messenger), belarus.retention.removal);
    case 'SIGN':
      return countersignValues(dossier, author, { classes, provisions: [] });
    case 'SIGN_TEXTS':
      return countersignValues(dossier, author, {
        classes,
        provisions: [],
        neutrality: 'Facts of the case alone',
      });
    case 'PROPOSE':
      return proposeShareable(dossier, author, 'A network across the border');
    case 'COUNTERSIGN':
      return countersignShareable(dossier, author, { classes: ['CONTACT'], provisions: [] });
    case 'TURN_DOWN':
      return turnDownShareable(dossier, author);
    case 'NARROW':
      return changeHandling(dossier, author, 'ON_RELEASE', 'It was too wide');
    case 'RELEASE':
      return propose(dossier, author, {
        to: 'RUSSIA',
        classes: ['CONTACT'],
        purposes: ['SOLVING'],
        from: author.at,
        until: new Date(author.at.getTime() + 86_400_000),
        reason: 'Joint case',
      });
    case 'GRANT':
      return grant(dossier, author, dossier.releases.at(-1)?.id ?? 'none', { provisions: [] });
  }
}

interface Told {
  dossier: DossierRecord;
  /** Who has signed a value, since it was added. */
  signers: Map<string, string>;
}

function taken({ dossier, signers }: Told, author: Author, kind: Kind): Told {
  const decision = decide(dossier, author, kind);
  if (!('step' in decision)) return { dossier, signers };
  const after: DossierRecord = { ...dossier, ...decision.step.set };
  const waits = new Set(
    valuesOf(dossier)
      .filter(({ value }) => value.provenance.unsigned)
      .map(({ value }) => value.id),
  );
  const signed = valuesOf(after).filter(({ value }) => waits.has(value.id) && !value.provenance.unsigned);
  return {
    dossier: after,
    signers: new Map([...signers, ...signed.map(({ value }) => [value.id, author.by] as const)]),
  };
}

function check({ dossier, signers }: Told, adders: ReadonlyMap<string, string>): void {
  const { decided } = dossier.shareable ?? {};
  if ((dossier.handlingCode === 'SHAREABLE') !== (decided !== undefined))
    throw new Error('shown without a decision');
  if (decided && decided.proposedBy === decided.countersignedBy) throw new Error('shown by one officer');
  for (const { value } of valuesOf(dossier)) {
    const adder = adders.get(value.id);
    if (adder === undefined || value.provenance.unsigned) continue;
    const signer = signers.get(value.id);
    if (signer === undefined || signer === adder)
      throw new Error('a value is seen abroad by one officer alone');
  }
}

const step = record({ kind: constantFrom(...kinds), by: constantFrom(...officers) });

describe('whatever officers do, one after another', () => {
  test('no dossier is SHAREABLE, and no value that was added is seen abroad, by one of them alone', () => {
    assert(
      property(array(step, { maxLength: 40 }), (steps) => {
        const adders = new Map<string, string>();
        let told: Told = {
          dossier: dossierOf('BY-M0DE100000001', { handlingCode: 'ON_RELEASE', shareable: {} }),
          signers: new Map(),
        };
        const first = new Set(valuesOf(told.dossier).map(({ value }) => value.id));
        for (const [index, { kind, by }] of steps.entries()) {
          const author: Author = {
            by,
            at: new Date(start + index * 60_000),
            mandate: {
              purpose: 'INVESTIGATION',
              legalBasis: 'COOPERATION_AGREEMENT',
              case: 'BY-2026-000001',
            },
            idempotency: { key: `key-${index}`, fingerprint: kind },
          };
          told = taken(told, author, kind);
          for (const { value } of valuesOf(told.dossier))
            if (!first.has(value.id) && !adders.has(value.id)) adders.set(value.id, by);
          check(told, adders);
        }
      }),
      { numRuns: 500 },
    );
  });
});
