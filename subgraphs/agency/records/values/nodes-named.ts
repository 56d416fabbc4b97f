import type { NodeIdOf } from '../formats/text/node-id.ts';
import { infrastructureNode } from './infrastructure.ts';
import { instrumentNode } from './instruments.ts';
import type { DossierValues } from './value-kinds.ts';

/** The fields whose values name what several dossiers may share. */
export type NamingFields = Pick<Partial<DossierValues>, 'instruments' | 'infrastructure'>;

/** What a dossier shares with others, under the names that an agency gives it now; a field that it has not is left out. */
export const nodesNamed = ({ instruments, infrastructure }: NamingFields, idOf: NodeIdOf): NamingFields => ({
  ...(instruments && {
    instruments: instruments.map((each) => ({ ...each, node: instrumentNode(idOf, each) })),
  }),
  ...(infrastructure && {
    infrastructure: infrastructure.map((each) => ({ ...each, node: infrastructureNode(idOf, each) })),
  }),
});
