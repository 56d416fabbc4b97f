import { type Agency, agencyNames, titleOf } from '../../../terms/agencies.ts';
import { knownToOne, linkedPerson, unlinkedPerson } from '../../demo-data/known/demo-ids.ts';

/** The first query of the README. */
const firstQuery = `query First($id: ID!) {
  suspect(id: $id) {
    belarus { ...Half }
    russia { ...Half }
  }
}
fragment Half on Dossier { id names { script full } status { stage } roles { kind } offences { article { code title } } }`;

/** A shell line that works when pasted into a shell in the project's folder, while the stack runs. */
export function firstQueryLine(gatewayPort: number, environment: NodeJS.ProcessEnv): string {
  const dataDirectory = environment.DATA_DIR
    ? `DATA_DIR='${environment.DATA_DIR.replaceAll("'", "'\\''")}' `
    : '';
  const body = JSON.stringify({
    query: firstQuery.replace(/\s+/g, ' '),
    variables: { id: linkedPerson.BELARUS },
  });
  return [
    `curl -s http://localhost:${gatewayPort}/graphql`,
    `  -H "authorization: Bearer $(${dataDirectory}npm run -s token -- --agency belarus --role investigator)"`,
    "  -H 'concord-purpose: INVESTIGATION' -H 'concord-legal-basis: COOPERATION_AGREEMENT' -H 'concord-case: BY-2026-000001'",
    `  -H 'content-type: application/json' -d '${body}'`,
  ].join(' \\\n');
}

export function welcome(
  gatewayPort: number,
  ports: Readonly<Record<Agency, number>>,
  environment: NodeJS.ProcessEnv,
): string {
  return `
Concord is running.

  gateway   http://localhost:${gatewayPort}/graphql
            http://localhost:${gatewayPort}/playground/   (in a browser)
${agencyNames.map((agency) => `  ${titleOf(agency).padEnd(9)} http://localhost:${ports[agency]}/graphql   (answers the gateway only)`).join('\n')}

Demo dossiers: ${linkedPerson.BELARUS} and ${linkedPerson.RUSSIA} are one person, linked by both agencies;
${knownToOne} is known to Belarus alone; ${unlinkedPerson.BELARUS} and ${unlinkedPerson.RUSSIA} wait
to be linked, as docs/officer.md shows.

A first query, to paste into another shell in this folder:

${firstQueryLine(gatewayPort, environment)}

Ctrl-C stops everything.
`;
}
