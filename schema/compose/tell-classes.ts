import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type StringValueNode,
} from 'graphql';
import { directiveAction, directiveClass } from '../protect/access.ts';

type Directives = readonly DirectiveNode[] | undefined;
interface Classed {
  directives?: Directives;
  description?: StringValueNode;
}

const beginning = '\n\nClass: ';

/** A description as it is written, without the sentence that `tellClasses` adds. */
export const withoutClass = (description: string): string => description.split(beginning, 1)[0] ?? '';

function told<Node extends Classed>(node: Node, ofType: Directives): Node {
  const { description, directives } = node;
  const informationClass = directiveClass(directives) ?? directiveClass(ofType);
  // An entity's key is described where its type is defined; two descriptions of it would not compose.
  if (!description || !informationClass) return node;
  const action = directiveAction(directives);
  const limit = action === undefined ? '' : `, action: ${action}`;
  const value = `${description.value}${beginning}${informationClass}${limit}.`;
  return { ...node, description: { ...description, value, block: true } };
}

const toldField = (field: FieldDefinitionNode, ofType: Directives): FieldDefinitionNode => ({
  ...told(field, ofType),
  ...(field.arguments && { arguments: field.arguments.map((each) => told(each, undefined)) }),
});

function toldType(definition: DefinitionNode): DefinitionNode {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...definition,
        fields: (definition.fields ?? []).map((each) => toldField(each, definition.directives)),
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return {
        ...definition,
        fields: (definition.fields ?? []).map(
          (each): InputValueDefinitionNode => told(each, definition.directives),
        ),
      };
    default:
      return definition;
  }
}

/**
 * Adds its information class to the description of every field, argument and input field, with the action that it takes: tools
 * show descriptions and no directives.
 *
 *     "Phones." contacts: [Contact!] @access(class: CONTACT)
 *     # becomes
 *     "Phones.\n\nClass: CONTACT." contacts: [Contact!] @access(class: CONTACT)
 */
export const tellClasses = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map(toldType),
});
