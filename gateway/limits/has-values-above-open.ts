import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { directiveClass } from '../../schema/protect/access.ts';

/**
 * True for a document with values of a class above OPEN, as arguments or inside their objects: names, phones, numbers
 * of documents. In an address they would be in the log of every server on the way.
 * @param supergraph gives the class of each argument
 */
export function hasValuesAboveOpen(document: DocumentNode, supergraph: GraphQLSchema): boolean {
  const info = new TypeInfo(supergraph);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument() {
        const argument = info.getArgument();
        // Those of directives and of introspection are in no SDL of ours.
        if (info.getDirective() || !argument?.astNode) return;
        if (directiveClass(argument.astNode.directives) !== 'OPEN') found = true;
      },
      ObjectField: {
        enter(field) {
          const parent = getNamedType(info.getParentInputType());
          if (!isInputObjectType(parent)) return;
          const own = directiveClass(parent.getFields()[field.name.value]?.astNode?.directives);
          if ((own ?? directiveClass(parent.astNode?.directives)) !== 'OPEN') found = true;
        },
      },
    }),
  );
  return found;
}
