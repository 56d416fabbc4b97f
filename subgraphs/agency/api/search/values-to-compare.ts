import { nationalIdKinds } from '../../../../terms/search-exchange.ts';
import { mostOfKind } from '../../matching/compared-values.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';

/** The newest of each kind; what stands first in `order` before all others. */
function newest<Value>(
  values: readonly Value[] | undefined,
  kindOf: (value: Value) => string,
  isFirst: (value: Value) => boolean = () => false,
): Value[] | undefined {
  if (!values) return undefined;
  const latest = [...values].reverse();
  const inOrder = [...latest.filter(isFirst), ...latest.filter((value) => !isFirst(value))];
  const taken = new Map<string, number>();
  const kept = new Set(
    inOrder.filter((value) => {
      const count = (taken.get(kindOf(value)) ?? 0) + 1;
      taken.set(kindOf(value), count);
      return count <= mostOfKind;
    }),
  );
  return values.filter((value) => kept.has(value));
}

const isNational = (kind: string): boolean => nationalIdKinds.some((national) => national === kind);

/** A dossier with no more values of a kind than are compared at a time: the newest, and of names the legal ones first. */
export function valuesToCompare(dossier: DossierPart): DossierPart {
  const { names, documents, contacts, instruments, infrastructure } = dossier;
  const compared = {
    names: newest(
      names?.filter(({ kind }) => kind !== 'HANDLE'),
      () => 'NAME',
      ({ kind }) => kind === 'LEGAL',
    ),
    documents: newest(documents, ({ kind }) =>
      isNational(kind) ? 'NATIONAL_ID' : kind.replace('TRAVEL_', ''),
    ),
    contacts: newest(contacts, ({ kind }) => kind),
    instruments: newest(instruments, ({ kind }) => kind),
    infrastructure: newest(infrastructure, ({ kind }) => kind),
  };
  const given = Object.entries(compared).filter(([, values]) => values !== undefined);
  return { ...dossier, ...Object.fromEntries(given) };
}
