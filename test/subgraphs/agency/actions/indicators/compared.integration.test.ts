import type { IdentifierUse } from '../../../../../terms/enums.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

/** Each row: what Belarus holds of a value, and whether it is compared. Russia holds the value in a dossier as any. */
const rows: [string, boolean, (value: string) => Parameters<typeof holding>][] = [
  ['a value as any', true, (value) => ['', [domain(value)]]],
  [
    'of a dossier for its owner alone',
    false,
    (value) => ['', [domain(value)], { handlingCode: 'ORIGINATOR_ONLY' }],
  ],
  [
    'of a person who was acquitted',
    false,
    (value) => ['', [domain(value)], { status: statusOf('ACQUITTED') }],
  ],
  [
    'of a person whose case was discontinued',
    false,
    (value) => ['', [domain(value)], { status: statusOf('DISCONTINUED') }],
  ],
  [
    'of a person who was convicted',
    true,
    (value) => ['', [domain(value)], { status: statusOf('CONVICTED') }],
  ],
  [
    'that is contested',
    false,
    (value) => ['', [domain(value, { provenance: { ...provenance, contested: true } })]],
  ],
  [
    'that waits for a second officer',
    false,
    (value) => [
      '',
      [domain(value, { provenance: { ...provenance, unsigned: { by: 'investigator-1', at: new Date() } } })],
    ],
  ],
  ['of a mule who was coerced', false, (value) => ['', [domain(value)], { roles: [roleOf(true)] }]],
  ['of a mule who was not', true, (value) => ['', [domain(value)], { roles: [roleOf(false)] }]],
  [
    'of one who was coerced and had another role too',
    true,
    (value) => ['', [domain(value)], { roles: [roleOf(true), roleOf(false)] }],
  ],
  ['that an officer says was spoofed', false, (value) => ['', [usedBy('SPOOFED', value)]]],
  ['that an officer says is a victim’s', false, (value) => ['', [usedBy('VICTIM', value)]]],
  [
    'that an officer says is the person’s own, of a mule who was coerced',
    true,
    (value) => ['', [usedBy('OFFENDER', value)], { roles: [roleOf(true)] }],
  ],
];

const { status, roles } = holding('BY-0000000000', []);
const { provenance } = status;
const statusOf = (stage: 'ACQUITTED' | 'DISCONTINUED' | 'CONVICTED') => ({ ...status, stage });
const roleOf = (coerced: boolean) => ({
  ...(roles[0] as NonNullable<(typeof roles)[0]>),
  kind: 'MONEY_MULE' as const,
  coerced,
});
const usedBy = (use: IdentifierUse, value: string) => domain(value, { use });
const idOf = (prefix: 'BY' | 'RU', index: number) => `${prefix}-C0MPARED${String(index).padStart(8, '0')}`;

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld();
});

describe('what is compared', () => {
  let found: Set<string | undefined>;
  const values = rows.map((_row, index) => `compared-${index}.example.net`);
  beforeAll(async () => {
    for (const [index, [, , of]] of rows.entries()) {
      const value = values[index] ?? '';
      const [, things, changed] = of(value);
      await world.record('BELARUS', holding(idOf('BY', index), things, changed));
      await world.record('RUSSIA', holding(idOf('RU', index), [domain(value)]));
    }
    // The same identifier on the list of common ones, and a malformed one, at both.
    const none = [domain('dns.google'), { ...domain('x'), kind: 'IMEI' as const, value: '352099001761480' }];
    await world.record('BELARUS', holding(idOf('BY', 90), none));
    await world.record('RUSSIA', holding(idOf('RU', 90), none));
    await world.rounds(5);
    found = new Set((await world.alerts('BELARUS')).flatMap(({ dossiers }) => dossiers.map(({ id }) => id)));
  }, 120_000);

  test.each(rows.map(([what, isCompared], index) => [what, isCompared, index] as const))(
    '%s: %s',
    async (_what, isCompared, index) => {
      expect(found.has(idOf('BY', index))).toBe(isCompared);
      const theirs = (await world.alerts('RUSSIA')).filter(({ dossiers }) =>
        dossiers.some(({ id }) => id === idOf('RU', index)),
      );
      expect(theirs.length).toBe(isCompared ? 1 : 0);
    },
  );

  test('never what stands on the list of common identifiers', () => {
    expect(found.has(idOf('BY', 90))).toBe(false);
  });

  test('never a number whose check digit disagrees, of which no sighting is noted', async () => {
    const { sightings } = world.of.BELARUS.models;
    expect(await sightings.countDocuments({ dossier: idOf('BY', 90) })).toBe(1);
    const right = { ...domain('y'), kind: 'IMEI' as const, value: '490154203237518' };
    await world.record('BELARUS', holding(idOf('BY', 91), [right]));
    expect(await sightings.countDocuments({ dossier: idOf('BY', 91), kind: 'IMEI' })).toBe(1);
  });
});

test('an officer says of a phone that was recorded that it was spoofed, and both alerts close', async () => {
  const [own, theirs] = [idOf('BY', 300), idOf('RU', 300)];
  const value = 'spoofed.example.net';
  await world.record('BELARUS', holding(own, [domain(value)]));
  await world.record('RUSSIA', holding(theirs, [domain(value)]));
  await world.rounds(4);
  const states = async () =>
    (await world.alerts('RUSSIA'))
      .filter(({ dossiers }) => dossiers.some(({ id }) => id === theirs))
      .map(({ state }) => state);
  expect(await states()).toEqual(['NEW']);
  const given = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
  const amended = (changes: object) =>
    world.change('BELARUS', 'amendDossier', {
      dossier: own,
      version: 1,
      reason: 'The victim’s call showed it.',
      ...changes,
    });
  await amended({
    remove: [domain(value).id],
    add: { infrastructure: [{ domain: { value, use: 'SPOOFED', provenance: given } }] },
  });
  await world.rounds(3);
  expect(await states()).toEqual(['CLOSED']);
  const stored = await world.of.BELARUS.models.dossiers.findById(own).lean();
  // The value of before waits for a second officer to agree that it goes, and is compared no more.
  expect(stored?.infrastructure).toMatchObject([
    { value, provenance: { leaving: { by: expect.any(String) } } },
    { value, use: 'SPOOFED' },
  ]);
});
