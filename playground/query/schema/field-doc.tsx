import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLType } from 'graphql';
import { astFromValue, getNamedType, print } from 'graphql';
import type { KnownSchema } from '../../desk/known-schema.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';

const withoutClass = (description: string | null | undefined) => description?.replace(/\n\n[^\n]*\*\*$/, '');

/** A description of the schema: what stands between backticks is code. */
export function Description({ text }: { text: string | null | undefined }) {
  const pieces = (withoutClass(text) ?? '').split(/`([^`]*)`/);
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
  return pieces.map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));
}

/** A type in full, such as `[PersonName!]`, in which the name leads to the type. */
export function TypeLink({ type, onOpen }: { type: GraphQLType; onOpen: (name: string) => void }) {
  const { name } = getNamedType(type);
  const [before = '', after = ''] = String(type).split(name);
  return (
    <span className="type">
      {before}
      <button type="button" className="link" onClick={() => onOpen(name)}>
        {name}
      </button>
      {after}
    </span>
  );
}

function Class({ known, coordinate }: { known: KnownSchema; coordinate: string }) {
  const t = useMessages();
  const found = known.classes[coordinate];
  return found && <span className="class">{titleOf(t, 'InformationClass', found)}</span>;
}

function Default({ of }: { of: GraphQLArgument | GraphQLInputField }) {
  const t = useMessages();
  const literal = of.defaultValue === undefined ? undefined : astFromValue(of.defaultValue, of.type);
  return literal && <small> {t('schema.default', { value: print(literal) })}</small>;
}

/** A field with its type, its class, what it means, and the same of each of its arguments. */
export function FieldDoc(props: {
  known: KnownSchema;
  /** The name of the type that it is of. */
  of: string;
  field: GraphQLField<unknown, unknown> | GraphQLInputField;
  isFound: boolean;
  onOpen: (name: string) => void;
}) {
  const { known, of, field, isFound, onOpen } = props;
  const coordinate = `${of}.${field.name}`;
  const isInput = !('args' in field);
  return (
    <div
      data-found={isFound}
      ref={(element) => void (isFound && element?.scrollIntoView({ block: 'center' }))}
    >
      <dt>
        <code>{field.name}</code>: <TypeLink type={field.type} onOpen={onOpen} />
        {isInput && <Default of={field} />} <Class known={known} coordinate={coordinate} />
      </dt>
      <dd lang="en">
        <Description text={field.description} />
      </dd>
      {!isInput &&
        field.args.map((argument) => (
          <dd key={argument.name} className="argument">
            <code>{argument.name}</code>: <TypeLink type={argument.type} onOpen={onOpen} />
            <Default of={argument} /> <Class known={known} coordinate={`${coordinate}(${argument.name}:)`} />{' '}
            <span lang="en">
              <Description text={argument.description} />
            </span>
          </dd>
        ))}
    </div>
  );
}
