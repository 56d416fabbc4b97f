import { readFileSync } from 'node:fs';
import { importLineSchema } from '../../../commands/import/json-schema.ts';
import { importLine, readLine } from '../../../commands/import/line.ts';
import { readDossierInput } from '../../../subgraphs/agency/records/checks/check-dossier.ts';
import { readGroupInput } from '../../../subgraphs/agency/records/group/check-group.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { testNaming } from '../../support/match-keys.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const example = /^```jsonl\n(.*)\n```$/m.exec(read('docs/import.md'))?.[1] ?? '';

describe('the example of docs/import.md', () => {
  test('is a line that is recorded as it stands', () => {
    const line = readLine(Buffer.from(example));
    if (!line || 'problems' in line) throw new Error(JSON.stringify(line?.problems));
    const context = { ...belarus, nodeIdOf: testNaming.idOf, today: new Date('2026-11-24T12:00:00Z') };
    if (!('dossier' in line.given)) throw new Error('this is a group');
    expect(readDossierInput(line.given.dossier, context)).toHaveProperty('input');
  });

  test('is beside one of a group that is recorded as it stands', () => {
    const text = /^\{"key": "[^"]*", "group".*$/m.exec(read('docs/import.md'))?.[0] ?? '';
    const line = readLine(Buffer.from(text));
    if (!line || 'problems' in line || !('group' in line.given)) throw new Error('this is no group');
    const context = { retention: belarus.retention, today: new Date('2026-11-24T12:00:00Z') };
    expect(readGroupInput(line.given.group, context)).toHaveProperty('group');
    expect(importLine.safeParse(JSON.parse(text)).success).toBe(true);
  });

  test('has the form of the published schema, which another line has not', () => {
    expect(importLine.safeParse(JSON.parse(example)).success).toBe(true);
    expect(importLine.safeParse({ ...JSON.parse(example), by: 'officer-1' }).success).toBe(false);
  });
});

describe('the published JSON Schema', () => {
  const schema = JSON.parse(importLineSchema());

  test('is that of what reads a line', () => {
    expect(read('schema/import-line.schema.json')).toBe(importLineSchema());
  });

  test('allows no other field, neither of the line nor of the dossier or group', () => {
    expect(schema.anyOf).toMatchObject([
      {
        required: ['key', 'dossier'],
        additionalProperties: false,
        properties: { dossier: { additionalProperties: false } },
      },
      {
        required: ['key', 'group'],
        additionalProperties: false,
        properties: { group: { additionalProperties: false } },
      },
    ]);
  });

  test('says what a key is for', () => {
    for (const { properties } of schema.anyOf) expect(properties.key.description).toContain('recorded once');
  });
});
