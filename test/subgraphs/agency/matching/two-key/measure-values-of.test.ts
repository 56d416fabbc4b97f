import { measureBasis } from '../../../../../subgraphs/agency/matching/two-key/measure-basis.ts';
import {
  comparableNames,
  measureValuesOf,
} from '../../../../../subgraphs/agency/matching/two-key/measure-values-of.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { confirmedLink, dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testNaming } from '../../../../support/match-keys.ts';

const whole = dossierOf('BY-0000000001');
const { provenance } = whole.status;
const phone = (id: string, value: string, changed: object = {}) => ({
  id,
  kind: 'PHONE',
  value,
  provenance,
  ...changed,
});
const bare = {
  ...whole,
  handlingCode: 'ON_RELEASE',
  contacts: [phone('C1', '+375291000001'), phone('C2', '+375291000002')],
  instruments: [],
  infrastructure: [],
  documents: [],
  links: [],
  roles: [],
} as unknown as DossierRecord;

const valuesOf = (
  changed: Partial<DossierRecord>,
  measure: Parameters<typeof measureValuesOf>[1] = {},
  isWithheld: (indicator: string) => boolean = () => false,
) => {
  const { identifiers, linked } = measureValuesOf(
    { ...bare, ...changed },
    measure,
    testNaming.idOf,
    isWithheld,
  );
  return { identifiers: identifiers.map(({ value }) => value).sort(), linked: [...linked] };
};
const both = ['+375291000001', '+375291000002'];

describe('what a measure is compared by', () => {
  test('are the identifiers of its dossier', () => {
    expect(valuesOf({})).toEqual({ identifiers: both, linked: [] });
  });

  test('is its target alone, where it has one that is an identifier', () => {
    expect(valuesOf({}, { target: 'C2' }).identifiers).toEqual(['+375291000002']);
    expect(valuesOf({}, { target: 'C9' }).identifiers).toEqual([]);
  });

  test('is nothing of what early warnings would not compare', () => {
    const contested = { ...provenance, contested: true };
    const contacts = [phone('C1', '+375291000001', { provenance: contested })] as never;
    expect(valuesOf({ contacts }).identifiers).toEqual([]);
    expect(
      valuesOf({ contacts: [phone('C1', '+375291000001', { use: 'VICTIM' })] as never }).identifiers,
    ).toEqual([]);
    const name = testNaming.idOf('PHONE', both[0] ?? '');
    expect(valuesOf({}, {}, (indicator) => indicator === name).identifiers).toEqual([both[1]]);
  });

  test('is the pair of a link that both agencies have confirmed, and of no other', () => {
    const { links } = confirmedLink('RU-0000000002');
    const pair = { kind: 'LINK', value: 'BY-0000000001 RU-0000000002' };
    expect(valuesOf({ contacts: [], links }).linked).toEqual([['RUSSIA', [pair]]]);
    const unconfirmed = links.map((link) => ({ ...link, told: { decision: 'NONE' as const } }));
    expect(valuesOf({ contacts: [], links: unconfirmed }).linked).toEqual([]);
  });

  test('is nothing of a dossier for its owner alone, unless its supervisor has said so', () => {
    const { links } = confirmedLink('RU-0000000002');
    const secret = { handlingCode: 'ORIGINATOR_ONLY', links } as const;
    expect(valuesOf(secret)).toEqual({ identifiers: [], linked: [] });
    expect(valuesOf(secret, { comparesSecret: true }).identifiers).toEqual(both);
    expect(valuesOf(secret, { comparesSecret: true }).linked).toHaveLength(1);
  });

  test('is nothing of somebody who was cleared, whoever says so', () => {
    const status = { ...whole.status, stage: 'ACQUITTED' } as never;
    const { links } = confirmedLink('RU-0000000002');
    expect(valuesOf({ status, links }, { comparesSecret: true })).toEqual({ identifiers: [], linked: [] });
  });
});

describe('all that a measure may be compared by', () => {
  const many = Array.from({ length: 12 }, (_, place) => phone(`C${place}`, `+37529100${1000 + place}`));

  test('is named, also what is not among the surest: of each is asked whether many hold it', () => {
    const dossier = { ...bare, contacts: many } as unknown as DossierRecord;
    expect(measureValuesOf(dossier, {}, testNaming.idOf, () => false).identifiers).toHaveLength(8);
    const names = comparableNames(dossier, {}, testNaming.idOf);
    expect(names.sort()).toEqual(many.map(({ value }) => testNaming.idOf('PHONE', value)).sort());
  });

  test('changes its mark when it changes, and with nothing else', () => {
    const { links } = confirmedLink('RU-0000000002');
    const markOf = (changed: object) =>
      measureBasis({ ...bare, ...changed } as DossierRecord, testNaming.idOf);
    const [first = phone('C1', '')] = bare.contacts as never as ReturnType<typeof phone>[];
    const marks = [
      {},
      { handlingCode: 'ORIGINATOR_ONLY' },
      { status: { ...whole.status, stage: 'ACQUITTED' } },
      { contacts: [first] },
      { contacts: many },
      { contacts: [phone('C1', '+375291000001', { provenance: { ...provenance, contested: true } })] },
      { links },
    ].map(markOf);
    expect(new Set(marks).size).toBe(marks.length);
    expect(markOf({ contacts: [...bare.contacts].reverse(), cases: ['BY-2026-000009'] })).toBe(marks[0]);
  });
});
