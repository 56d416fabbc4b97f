import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { useState } from 'react';
import type { KnownSchema } from '../../desk/known-schema.ts';
import { knownTitle } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Description, FieldDoc, TypeLink } from './field-doc.tsx';
import { type FoundField, findFields } from './find-fields.ts';

/** A type that is read, and the field of it that was looked for. */
interface Place {
  type: string;
  field?: string;
}

function TypeDoc(props: {
  type: GraphQLNamedType;
  place: Place;
  known: KnownSchema;
  onOpen: (name: string) => void;
}) {
  const { type, place, known, onOpen } = props;
  const t = useMessages();
  if (isEnumType(type)) {
    return (
      <dl>
        {type.getValues().map(({ name, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> {knownTitle(t.locale, type.name, name)}
            </dt>
            <dd lang="en">
              <Description text={description} />
            </dd>
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
      {Object.values(type.getFields()).map((field) => (
        <FieldDoc
          key={field.name}
          known={known}
          of={type.name}
          field={field}
          isFound={field.name === place.field}
          onOpen={onOpen}
        />
      ))}
    </dl>
  );
}

function Found({ fields, onOpen }: { fields: readonly FoundField[]; onOpen: (place: Place) => void }) {
  const t = useMessages();
  if (fields.length === 0) return <p className="hint">{t('schema.nothing')}</p>;
  return (
    <ul className="found">
      {fields.map(({ type, field }) => (
        <li key={`${type}.${field}`}>
          <button type="button" className="link" onClick={() => onOpen({ type, field })}>
            {type}.{field}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The fields that can be asked, and how sensitive each is. */
export function SchemaPanel({ known }: { known: KnownSchema | undefined }) {
  const t = useMessages();
  const [trail, setTrail] = useState<Place[]>([{ type: 'Query' }]);
  const [search, setSearch] = useState('');
  if (!known) return <p className="hint">{t('page.loading')}</p>;
  const place = trail.at(-1) ?? { type: 'Query' };
  const type = known.schema.getType(place.type);
  const open = (next: Place) => {
    setSearch('');
    setTrail((before) => [...before, next]);
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
              ← {trail.at(-2)?.type}
            </button>
          )}
          <h2>{type?.name}</h2>
          <p lang="en">
            <Description text={type?.description} />
          </p>
          {type && (
            <TypeDoc type={type} place={place} known={known} onOpen={(name) => open({ type: name })} />
          )}
        </>
      )}
    </>
  );
}
