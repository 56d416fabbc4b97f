import type { SelectionMap } from '../document/operation-map.ts';
import type { AnsweredError } from '../errors/answered-error.ts';
import { type AnswerFacts, explainLack, explainNull } from './explain-null.ts';
import { causesOf, isCause } from './null-reason.ts';
import { isAt, nullsOf } from './nulls-of.ts';
import { type Plan, type PlannedField, planOf } from './plan.ts';
import { type Receipt, withheldBy } from './receipt.ts';
import type { Gap, Partly } from './visible.ts';

type Loose = Record<string, unknown>;
type Path = readonly (string | number)[];
type Text = string | undefined;

/** A field without a value, or a list that may lack entries, and where it stands in the answer; an empty path is all of it. */
export interface GapAt {
  readonly path: Path;
  readonly gap: Gap;
}

/** The parts of an answer that came beside its data. */
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

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const textUnder = (value: Loose, key: Text): Text => {
  const found = key === undefined ? undefined : value[key];
  return typeof found === 'string' ? found : undefined;
};

/**
 * Turns each field that can be withheld into a `Visible`, each list that may lack entries into a `Partly`, and takes out
 * what the generator has added. The data is changed in place: it has just been parsed, and nobody else has it.
 */
export function tell(data: Loose, fields: SelectionMap, beside: Beside): Telling {
  const { requestId } = beside;
  const causes = causesOf(beside.errors, beside.receipts);
  const { receipts, errors } = causes;
  const told: AnswerFacts = { requestId, ...causes };
  // The data is changed below: where it has nulls is found before.
  const lost = causes.outages.map((error) => ({ error, nulls: nullsOf(error, data) }));
  const { root, coordinates } = planOf(fields);
  const placed = new Set<AnsweredError>();
  const gaps: GapAt[] = [];
  /** First place of each dossier; only receipts need it. */
  const dossiers = beside.receipts.length > 0 ? new Map<string, Path>() : undefined;
  /** Path of the value that is being told. */
  const here: (string | number)[] = [];

  function explained(field: PlannedField, type: Text, dossier: Text, agency: Text): Gap {
    const place = { path: here, coordinates: field.coordinatesFor?.(type) ?? [], dossier, agency };
    const gap = explainNull(place, told);
    for (const error of errors)
      if (isCause(error, here) || (error.path === undefined && gap.state === 'failed')) placed.add(error);
    gaps.push({ path: here.slice(), gap });
    return gap;
  }

  function partlyOf(found: unknown, field: PlannedField, dossier: Text, agency: Text): Partly<unknown> {
    const { receipts: lacking, outages: lost } = explainLack(field.partly ?? [], dossier, told);
    for (const receipt of lacking) {
      // The lists of one dossier share a receipt: it is one gap.
      if (!receipts.isShown(receipt)) gaps.push({ path: here.slice(), gap: withheldBy(receipt) });
      receipts.show(receipt);
    }
    for (const gap of lost) gaps.push({ path: here.slice(), gap });
    const missing: Gap[] = [...lacking.map(withheldBy), ...lost];
    if (found === null && missing.length === 0) missing.push(explained(field, undefined, dossier, agency));
    return { items: found ?? [], missing };
  }

  function tellValue(value: unknown, plan: Plan, dossier: Text, agency: Text): void {
    if (plan.isIdle || !isObject(value)) return;
    if (!Array.isArray(value)) tellObject(value, plan, dossier, agency);
    else
      for (let index = 0; index < value.length; index++) {
        here.push(index);
        tellValue(value[index], plan, dossier, agency);
        here.pop();
      }
  }

  function tellField(value: Loose, field: PlannedField, type: Text, dossier: Text, agency: Text): void {
    const { key, inside, coordinatesFor, partly } = field;
    const found = field.isInherited && !Object.hasOwn(value, key) ? undefined : value[key];
    if (found === undefined) return;
    // Most values are all there is: nothing is looked up for what nobody will ask.
    if (found !== null && inside.isIdle && !partly) {
      if (coordinatesFor) value[key] = { state: 'present', value: found };
      return;
    }
    here.push(key);
    if (found !== null && !inside.isIdle) {
      const known = coordinatesFor?.(type);
      const own = known?.length === 1 ? known[0]?.agency : undefined;
      tellValue(found, inside, dossier, own ?? agency);
    }
    if (partly) value[key] = partlyOf(found, field, dossier, agency);
    else if (found === null && coordinatesFor) value[key] = explained(field, type, dossier, agency);
    else if (coordinatesFor) value[key] = { state: 'present', value: found };
    here.pop();
  }

  function tellObject(value: Loose, plan: Plan, around: Text, agency: Text): void {
    const type = textUnder(value, plan.typename);
    // A dossier inside another is one of its own, also where its id is not known.
    const dossier = plan.id === undefined ? around : textUnder(value, plan.id);
    if (dossiers && plan.id !== undefined && dossier !== undefined && !dossiers.has(dossier))
      dossiers.set(dossier, here.slice());
    for (let index = 0; index < plan.fields.length; index++) {
      const field = plan.fields[index];
      if (field) tellField(value, field, type, dossier, agency);
    }
    for (let index = 0; index < plan.added.length; index++) delete value[plan.added[index] ?? ''];
  }

  tellObject(data, root, undefined, undefined);
  for (const receipt of beside.receipts) {
    // One for all of the answer follows from the question alone: it is there too where nothing stands that it is about.
    const isOfNothing = receipt.records === null && coordinates.has(receipt.coordinate);
    if (receipts.isShown(receipt) || isOfNothing) continue;
    const dossier = receipt.records?.find((id) => dossiers?.has(id));
    const path = dossier === undefined ? [] : (dossiers?.get(dossier) ?? []);
    gaps.push({ path, gap: withheldBy(receipt) });
  }
  const isTold = (place: Path) => gaps.some(({ path }) => isAt(path, place));
  const unplaced = [
    ...errors.filter((error) => !placed.has(error)),
    ...lost.filter(({ nulls }) => !nulls.every(isTold)).map(({ error }) => error),
  ];
  const outages = new Set(causes.outages.map(({ extensions }) => String(extensions?.agency)));
  return { gaps, outages: [...outages], unplaced };
}
