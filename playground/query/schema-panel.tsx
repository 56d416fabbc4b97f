import {
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { useState } from 'react';
import { codeMessage } from '../messages/code-message.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { KnownSchema } from '../schema.ts';
import { type FoundField, findFields } from './find-fields.ts';

const withoutClass = (description: string | null | undefined) => description?.replace(/\n\n[^\n]*\*\*$/, '');

function TypeLink({ type, onOpen }: { type: GraphQLNamedType; onOpen: (name: string) => void }) {
  return (
    <button type="button" className="link" onClick={() => onOpen(type.name)}>
      {type.name}
    </button>
  );
}

function Fields({
  type,
  known,
  onOpen,
}: {
  type: GraphQLNamedType;
  known: KnownSchema;
  onOpen: (name: string) => void;
}) {
  const t = useMessages();
  if (isEnumType(type)) {
    return (
      <dl>
        {type.getValues().map(({ name, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd lang="en">{description}</dd>
          </div>
        ))}
      </dl>
    );
  }
  if (isUnionType(type))
    return type.getTypes().map((each) => <TypeLink key={each.name} type={each} onOpen={onOpen} />);
  if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) return null;
  return (
    <dl>
      {Object.values(type.getFields()).map((field) => {
        const found = known.classes[`${type.name}.${field.name}`];
        return (
          <div key={field.name}>
            <dt>
              <code>{field.name}</code>:{' '}
              <TypeLink type={getNamedType(field.type as GraphQLType)} onOpen={onOpen} />
              {found && <span className="class">{codeMessage(t, 'class', found)}</span>}
            </dt>
            <dd lang="en">{withoutClass(field.description)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Found({ fields, onOpen }: { fields: readonly FoundField[]; onOpen: (name: string) => void }) {
  const t = useMessages();
  if (fields.length === 0) return <p className="hint">{t('schema.nothing')}</p>;
  return (
    <ul className="found">
      {fields.map(({ type, field }) => (
        <li key={`${type}.${field}`}>
          <button type="button" className="link" onClick={() => onOpen(type)}>
            {type}.{field}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What can be asked, and how sensitive each field is. */
export function SchemaPanel({ known }: { known: KnownSchema | undefined }) {
  const t = useMessages();
  const [trail, setTrail] = useState<string[]>(['Query']);
  const [search, setSearch] = useState('');
  if (!known) return <p className="hint">{t('page.loading')}</p>;
  const type = known.schema.getType(trail.at(-1) ?? 'Query');
  const open = (name: string) => {
    setSearch('');
    setTrail((before) => [...before, name]);
  };
  return (
    <>
      <p className="hint">{t('schema.hint')}</p>
      <input
        type="search"
        value={search}
        placeholder={t('schema.search')}
        aria-label={t('schema.search')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search !== '' ? (
        <Found fields={findFields(known.schema, search)} onOpen={open} />
      ) : (
        <>
          {trail.length > 1 && (
            <button type="button" onClick={() => setTrail((before) => before.slice(0, -1))}>
              ← {trail.at(-2)}
            </button>
          )}
          <h2>{type?.name}</h2>
          <p lang="en">{type?.description}</p>
          {type && <Fields type={type} known={known} onOpen={open} />}
        </>
      )}
    </>
  );
}
