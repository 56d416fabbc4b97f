import type { Answer } from '../answer.ts';
import type { ConcordDocument, SelectionMap } from '../document/operation-map.ts';
import type { AnsweredError } from '../errors/answered-error.ts';
import { answering, possibleTypes } from '../generated/cache.ts';
import { broughtAnswer, mapOf, tell } from '../tell.ts';
import { explainNull } from '../visible/explain-null.ts';
import { causesOf } from '../visible/null-reason.ts';
import type { Told } from '../visible/told.ts';
import type { Gap } from '../visible/visible.ts';
import type { KeptReceipts } from './kept-receipts.ts';
import { errorsAt } from './lost-fields.ts';

/** Tells answers that another client brought, from the network or from its cache. */
export interface Telling {
  /**
   * Tells the data of a generated operation: what is withheld, lost or absent is said where it is missing. The data itself stays as
   * it is.
   * @param error the error that the client has beside the data
   * @throws ConcordError for an error that no gap can show, as its null would look absent
   */
  tell<Result, Variables, Fields extends SelectionMap>(
    document: ConcordDocument<Result, Variables, Fields>,
    data: Result,
    error?: unknown,
  ): Answer<Told<Result, Fields>>;
  /**
   * The reason for one null, for data of operations that this package did not generate.
   * @param coordinate the field in the schema, such as `RussiaDossier.contacts`, or of an interface, `Dossier.contacts`
   * @param dossier the id of the dossier that it is in; any dossier's receipt counts without one
   * @param error the error that the client has beside the data
   */
  gapOf(coordinate: string, dossier?: string, error?: unknown): Gap;
}

/** The errors of an answer in the error that a client makes of them: `errors` in Apollo Client, `graphQLErrors` in urql. */
function errorsIn(error: unknown): readonly unknown[] {
  const { errors, graphQLErrors } = (error ?? {}) as Record<string, unknown>;
  const found = errors ?? graphQLErrors;
  return Array.isArray(found) ? found : [];
}

/** True for an error about a field of which it is not known where it stands in the answer. */
const isAbout =
  (coordinate: string, agency: string | undefined) =>
  ({ path, extensions }: AnsweredError): boolean =>
    (agency !== undefined && extensions?.agency === agency) ||
    path?.includes(coordinate.split('.')[1] ?? '') === true;

/** A field of an interface is one of every type that has it, as receipts name it. */
function typesOf(coordinate: string): string[] {
  const [type = '', field = ''] = coordinate.split('.');
  return (possibleTypes[type] ?? [type]).map((each) => `${each}.${field}`);
}

/**
 * Tells data with what is kept beside a cache.
 * @param refresh is called before anything is told
 */
export const tellingOf = (kept: KeptReceipts, refresh: () => unknown = () => undefined): Telling => ({
  tell(document, data, error) {
    refresh();
    const { name, fields } = mapOf(document);
    const redactions = kept.about(name, fields, data);
    const errors = [...errorsIn(error), ...errorsAt(kept.lost(), document, data)];
    return tell(document, data, { errors, extensions: { redactions } });
  },
  gapOf(coordinate, dossier, error) {
    refresh();
    const coordinates = typesOf(coordinate).map((name) => ({ name, agency: answering[name] }));
    const [{ agency = undefined } = {}] = coordinates.length === 1 ? coordinates : [];
    const { receipts, errors } = kept.all();
    const given = broughtAnswer({}, { errors: errorsIn(error) });
    const lost = kept
      .lost()
      .filter(
        (one) =>
          coordinates.some(({ name }) => name === one.coordinate) &&
          (dossier === undefined || one.dossier === dossier),
      );
    const about = [...given.errors, ...errors].filter((one) =>
      coordinates.some((each) => isAbout(each.name, each.agency)(one)),
    );
    about.push(...lost.map((one) => one.error));
    const place = { path: [], coordinates, dossier, agency, owner: agency };
    return explainNull(place, { requestId: given.requestId, ...causesOf(about, receipts) });
  },
});
