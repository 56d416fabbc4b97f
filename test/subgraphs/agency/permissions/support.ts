import { buildSchema, type GraphQLSchema } from 'graphql';
import type { StaticReason, Verdicts } from '../../../../subgraphs/agency/permissions/verdicts.ts';
import { type InformationClass, informationClasses } from '../../../../terms/enums.ts';

const directive = `
  directive @access(class: access__Class!, action: String) on FIELD_DEFINITION | OBJECT | INTERFACE | ARGUMENT_DEFINITION
  enum access__Class { ${informationClasses.join(' ')} }
`;

export const schemaOf = (sdl: string): GraphQLSchema => buildSchema(`${directive} ${sdl}`);

/** A dossier's subgraph in small: an interface, its one type, and the ways to it. */
export const smallSchema = (): GraphQLSchema =>
  schemaOf(`
    interface Dossier { id: ID! @access(class: OPEN) name: Name @access(class: IDENTITY) status: String @access(class: CASE) }
    type BelarusDossier implements Dossier {
      id: ID! @access(class: OPEN)
      name: Name @access(class: IDENTITY)
      status: String @access(class: CASE)
      near(place: String @access(class: CASE)): String @access(class: CASE)
      reads: Int @access(class: OPEN, action: "readReadsOfDossier")
    }
    type Name @access(class: IDENTITY) { full: String! short: String }
    type Dossiers @access(class: OPEN) { nodes: [BelarusDossier!]! }
    type Query {
      dossier(id: ID @access(class: OPEN)): BelarusDossier @access(class: OPEN)
      half: Dossier @access(class: OPEN)
      dossiers: Dossiers @access(class: OPEN)
      version: String @access(class: OPEN)
    }
  `);

/** Verdicts of an own viewer without a role: everything is allowed but for what is denied here, and why. */
export const verdictsWith = (denied: Partial<Record<InformationClass, StaticReason>>): Verdicts => ({
  key: Object.keys(denied).join(' '),
  side: 'own',
  roles: [],
  of: Object.fromEntries(
    informationClasses.map((name) => [name, denied[name] ? 'DENY' : 'ALLOW']),
  ) as Verdicts['of'],
  reasons: denied,
  wantReason: [],
});
