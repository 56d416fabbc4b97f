import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import type { Asker } from '../composed/callers.ts';
import { askedInProcess, entityQuery, gatheredAnswers } from '../composed/in-process.ts';
import { dossierType, fieldOf } from '../coordinates/asked-of-agency.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

/**
 * The candidates of a dossier in this process, without the gateway and without HTTP: its owner says by what it is compared,
 * and the other agency compares, each with the same executor over the same database.
 * @param selection of the candidates, as it stands on a dossier
 */
export function candidatesInProcess(stores: Record<DemoAgency, Stores>, selection: string) {
  const agencies = {
    BELARUS: askedInProcess(belarus, stores.BELARUS),
    RUSSIA: askedInProcess(russia, stores.RUSSIA),
  };

  /** @returns the answer as the gateway writes it */
  return async (asker: Asker, owner: DemoAgency, id: string): Promise<string> => {
    const half = fieldOf(owner);
    const answers = gatheredAnswers();
    const tokens = entityQuery('Suspect', `${half} { id matchTokens }`);
    const kept = await agencies[owner](asker, tokens, { __typename: 'Suspect', id });
    const dossier = answers.take<Record<string, { id: string; matchTokens: string | null } | null>>(
      owner,
      kept,
    )?.[half];
    if (!dossier) return answers.bodyWith({ suspect: { [half]: null } });

    const __typename = dossierType(owner);
    const comparing = other[owner];
    const compared = await agencies[comparing](asker, entityQuery(__typename, selection), {
      __typename,
      ...dossier,
    });
    const found = answers.take<Record<string, unknown>>(comparing, compared);
    return answers.bodyWith({ suspect: { [half]: { id: dossier.id, ...found } } });
  };
}
