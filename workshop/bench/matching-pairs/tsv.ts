import { LABELS, type Label, type LabelledPair, SCRIPTS, type Script, type WrittenIdentity } from './pair.ts';

const IDENTITY = ['script', 'surname', 'given', 'patronymic', 'birth'] as const;
const HEADER = ['kind', ...IDENTITY.map((c) => `a_${c}`), ...IDENTITY.map((c) => `b_${c}`), 'label', 'note'];

/** One line per pair under a header line, cells separated by tabs; there is no quoting. */
export function toTsv(pairs: readonly LabelledPair[]): string {
  const rows = pairs.map((pair) => [
    pair.kind,
    ...IDENTITY.map((column) => pair.a[column]),
    ...IDENTITY.map((column) => pair.b[column]),
    pair.label,
    pair.note,
  ]);
  const broken = rows.flat().find((cell) => /[\t\r\n]/.test(cell));
  if (broken !== undefined) throw new Error(`a cell holds a tab or a line break: ${JSON.stringify(broken)}`);
  return [HEADER, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

/** Throws on the first malformed line, with its number: a pair read wrongly would count as the matcher's error. */
export function fromTsv(text: string): LabelledPair[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] !== HEADER.join('\t')) throw new Error(`line 1: the header must be ${HEADER.join(' ')}`);
  return lines.slice(1).map((line, i) => {
    try {
      return pairOf(line.split('\t'));
    } catch (error) {
      throw new Error(`line ${i + 2}: ${(error as Error).message}`);
    }
  });
}

function pairOf(cells: readonly string[]): LabelledPair {
  if (cells.length !== HEADER.length) {
    throw new Error(`${HEADER.length} columns expected, ${cells.length} found`);
  }
  const cell = (column: string) => cells[HEADER.indexOf(column)] ?? '';
  return {
    kind: filled(cell('kind'), 'kind'),
    a: identityOf(cell, 'a'),
    b: identityOf(cell, 'b'),
    label: oneOf<Label>(LABELS, cell('label'), 'label'),
    note: cell('note'),
  };
}

function identityOf(cell: (column: string) => string, side: 'a' | 'b'): WrittenIdentity {
  return {
    script: oneOf<Script>(SCRIPTS, cell(`${side}_script`), `${side}_script`),
    surname: filled(cell(`${side}_surname`), `${side}_surname`),
    given: filled(cell(`${side}_given`), `${side}_given`),
    patronymic: cell(`${side}_patronymic`),
    birth: dateOf(cell(`${side}_birth`), `${side}_birth`),
  };
}

function filled(value: string, column: string): string {
  if (value.trim() === '') throw new Error(`${column} is empty`);
  return value;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, column: string): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined)
    throw new Error(`${column} is ${JSON.stringify(value)}, not ${allowed.join(' or ')}`);
  return found;
}

function dateOf(value: string, column: string): string {
  if (value === '') return value;
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!parts) throw new Error(`${column} is ${JSON.stringify(value)}, not YYYY[-MM[-DD]]`);
  const whole = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`;
  const time = new Date(`${whole}T00:00:00Z`);
  // A Date accepts 30 February and moves it into March.
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== whole) {
    throw new Error(`${column} is ${value}, a date no calendar has`);
  }
  return value;
}
