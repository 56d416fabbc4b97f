import type { SelectionMap } from '../document.ts';
import type { AnsweredError } from '../errors/from-answer.ts';
import { explainNull, isCause, type Told } from './explain-null.ts';
import { type Plan, planOf } from './plan.ts';
import { type Receipt, receiptsBy } from './receipts.ts';
import type { Gap } from './visible.ts';

type Loose = Record<string, unknown>;
type Path = readonly (string | number)[];

/** A field without a value, and where it stands in the answer. */
export interface GapAt {
  readonly path: Path;
  readonly gap: Gap;
}

/** What has come with the data. */
export interface Beside {
  requestId: string;
  errors: readonly AnsweredError[];
  receipts: readonly Receipt[];
}

export interface Telling {
  gaps: GapAt[];
  /** The agencies that did not answer. */
  outages: string[];
  /** Errors that no field of the data can show: what they are about would look absent. */
  unplaced: AnsweredError[];
}

/** What is handed down from a value to those inside it. Its path is put together only where it is told. */
interface Around {
  parent: Around | undefined;
  key: string | number;
  dossier: string | undefined;
  agency: string | undefined;
}

function pathOf({ parent, key }: Around): (string | number)[] {
  return parent ? [...pathOf(parent), key] : [];
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const textUnder = (value: Loose, key: string | undefined): string | undefined => {
  const found = key === undefined ? undefined : value[key];
  return typeof found === 'string' ? found : undefined;
};

const isOutage = ({ extensions }: AnsweredError) =>
  extensions?.code === 'AGENCY_UNAVAILABLE' && extensions.agency !== undefined;

/**
 * Turns each field that can be withheld into a `Visible`, and takes out what the generator has added. The data is
 * changed in place: it has just been parsed, and nobody else has it.
 */
export function tell(data: Loose, fields: SelectionMap, beside: Beside): Telling {
  const { requestId, receipts } = beside;
  const outages = new Set(beside.errors.filter(isOutage).map(({ extensions }) => String(extensions?.agency)));
  const errors = beside.errors.filter((error) => !isOutage(error));
  const told: Told = { requestId, receiptFor: receiptsBy(receipts), outages, errors };
  const placed = new Set<AnsweredError>();
  const gaps: GapAt[] = [];

  function gapAt(coordinate: string, around: Around): Gap {
    const path = pathOf(around);
    const gap = explainNull({ path, coordinate, dossier: around.dossier, agency: around.agency }, told);
    for (const error of errors)
      if (isCause(error, path) || (error.path === undefined && gap.state === 'failed')) placed.add(error);
    gaps.push({ path, gap });
    return gap;
  }

  function tellValue(value: unknown, plan: Plan, around: Around): void {
    if (plan.isIdle || !isObject(value)) return;
    if (Array.isArray(value))
      for (const [key, item] of value.entries()) tellValue(item, plan, { ...around, parent: around, key });
    else tellObject(value, plan, around);
  }

  function tellObject(value: Loose, plan: Plan, parent: Around): void {
    const type = textUnder(value, plan.typename);
    const dossier = textUnder(value, plan.id) ?? parent.dossier;
    for (const { key, inside, coordinateFor } of plan.fields) {
      const found = value[key];
      if (found === undefined) continue;
      // Most values are all there is: nothing is made for what nobody will ask.
      if (found !== null && inside.isIdle) {
        if (coordinateFor) value[key] = { state: 'present', value: found };
        continue;
      }
      const coordinate = coordinateFor?.(type);
      const around = { parent, key, dossier, agency: coordinate?.agency ?? parent.agency };
      tellValue(found, inside, around);
      if (coordinate)
        value[key] = found === null ? gapAt(coordinate.name, around) : { state: 'present', value: found };
    }
    for (const key of plan.added) delete value[key];
  }

  tellObject(data, planOf(fields), { parent: undefined, key: '', dossier: undefined, agency: undefined });
  return { gaps, outages: [...outages], unplaced: errors.filter((error) => !placed.has(error)) };
}
