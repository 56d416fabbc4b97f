import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])';

/** Two subgraphs with everything that an executor can go wrong at. */
const subgraphs = {
  people: `${federation}
    type Query { person(id: ID = 1): Person people: [Person] pet: Pet cat: Cat thing: Thing count: Int! grid: [[Int!]] plain: Plain }
    type Mutation { first: Person second: Int }
    interface Pet { name: String owner: Person }
    type Cat implements Pet @key(fields: "id") { id: ID! name: String owner: Person lives: Int! food: Food }
    type Dog implements Pet @key(fields: "id") { id: ID! name: String owner: Person tricks: [String!] food: Food }
    type Food { name: String grams: Int }
    union Thing = Cat | Plain
    type Plain { kind: Kind flag: Boolean ratio: Float any: Any names: [String!] required: String! nested: Plain constructor: String }
    enum Kind { TAME WILD SECRET @inaccessible }
    scalar Any
    type Hidden @inaccessible { id: ID }
    type Person @key(fields: "id") { id: ID! name: String! age: Int size: Size sizes: [Size] shelf: [[Size]] tags: [String] pet: Pet boss: Person friends: [Person] }
    type Size { width: Int height: Int }`,
  shop: `${federation}
    type Query { offer: Offer }
    type Mutation { third(note: String): Int }
    type Offer { code: String buyer: Person }
    interface Pet { toy: String }
    type Cat implements Pet @key(fields: "id") { id: ID! toy: String }
    type Dog implements Pet @key(fields: "id") { id: ID! toy: String }
    type Person @key(fields: "id") {
      id: ID!
      size: Size @external
      sizes: [Size] @external
      shelf: [[Size]] @external
      tags: [String] @external
      pet: Pet @external
      coat: Int @requires(fields: "size { width height }")
      rack: Int @requires(fields: "sizes { width } tags")
      cabinet: Int @requires(fields: "shelf { width }")
      walk: String @requires(fields: "pet { ... on Cat { id } }")
      orders: [Order!]
    }
    type Order { number: Int lines: [String] buyer: Person }
    type Size @shareable { width: Int @external height: Int @external }`,
};

function compose(): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(sdl),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

export const smallSupergraph: string = compose();
