import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Fold } from '../../parts/fold.tsx';
import { OpenForm } from './open-form.tsx';
import { SearchForm } from './search-form.tsx';

/** The ways to a person: by the id of a dossier, or by what is known of them. Folded away while a person is shown. */
export function Finder(props: {
  id: string;
  onChange: (id: string) => void;
  onOpen: (id: string) => void;
  /** The person who is shown: one after the other folds this away. */
  shown: object | undefined;
  /** True if a person is to be shown, though they may not be there yet. */
  isWanted: boolean;
}) {
  const { id, onChange, onOpen, shown, isWanted } = props;
  const t = useMessages();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    if (shown) setOpen(false);
    else if (!isWanted) setOpen(true);
  }, [shown, isWanted]);
  return (
    <Fold className="finder" line={<h2>{t('find.title')}</h2>} isOpen={isOpen} onToggle={setOpen}>
      <OpenForm id={id} onChange={onChange} onOpen={onOpen} />
      <SearchForm onOpen={onOpen} />
    </Fold>
  );
}
