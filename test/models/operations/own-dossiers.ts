import type { DossierOfMeasures } from '../../../subgraphs/agency/records/operations/measures-now.ts';
import type { MeasureOutcome } from '../../../subgraphs/agency/records/values/measure-outcome.ts';
import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import { knownToOneDossier } from '../../../workshop/demo-data/known/known-to-one.ts';
import { dossierOf } from '../../support/hand-made-dossiers.ts';
import type { Side } from './oracle/log.ts';

const states = ['PLANNED', 'AUTHORISED', 'UNDER_WAY', 'DONE', 'DONE', 'CANCELLED'] as const;

const outcome: MeasureOutcome = {
  ...{ arrested: 1, searched: 0, questioned: 2, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [], seized: [{ amount: '100.50', currency: 'BYN' }], returned: [] },
} as MeasureOutcome;

const prefixes = { BELARUS: 'BY', RUSSIA: 'RU' } as const;
const names = ['0PERAT10N0000000', 'SECRET0000000001', '0PERAT10N0000002'];
const idOf = (side: Side, place: number): string => `${prefixes[side]}-${names[place]}`;

/** The measures of an agency's two dossiers, of which nothing of the second one may be told abroad. */
export const measuresOf = (side: Side): { dossier: string; of: string }[] =>
  [0, 1].flatMap((place) => ['M1', 'M2'].map((of) => ({ dossier: idOf(side, place), of })));

/** An agency's dossiers as far as its measures have come. What never leaves it is called secret. */
function dossiersAt(side: Side, progress: number): ReadonlyMap<string, DossierOfMeasures> {
  const { status } = knownToOneDossier();
  return new Map(
    [0, 1].map((place) => {
      const measures = ['M1', 'M2'].map((of, index) => {
        const state = states[(progress + index) % states.length];
        return {
          ...{ id: of, kind: 'SEARCH', state, date: '2026-11-10', ground: 'a secret ground' },
          ...{ window: { from: '2026-11-10', until: '2026-11-20' }, check: { state: 'a secret check' } },
          ...(state === 'DONE' && { outcome }),
        } as unknown as Measure;
      });
      const handlingCode = place === 0 ? ('ON_RELEASE' as const) : ('ORIGINATOR_ONLY' as const);
      return [idOf(side, place), { _id: idOf(side, place), measures, links: [], handlingCode, status }];
    }),
  );
}

const made = new Map<string, ReadonlyMap<string, DossierOfMeasures>>();

/** The same, made once for each. */
export function dossiersOfMeasures(side: Side, progress: number): ReadonlyMap<string, DossierOfMeasures> {
  const name = `${side} ${progress % states.length}`;
  const dossiers = made.get(name) ?? dossiersAt(side, progress);
  made.set(name, dossiers);
  return dossiers;
}

/** The dossier that an agency gives releases of. */
export const releasingDossier = (side: Side) =>
  dossierOf(idOf(side, 2), { handlingCode: 'ON_RELEASE', releases: [], links: [] });
