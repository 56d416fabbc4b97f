import { useEffect, useState } from 'react';
import type { Agency } from '../../terms/agencies.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { operationOf } from '../wire/operation-of.ts';
import { candidatesIn } from './found.ts';
import { FoundList } from './found-list.tsx';
import { candidatesDocuments } from './own-documents.ts';

/** Records of other agencies that may be of the same person as an own dossier; asked once, when this is opened. */
export function Candidates(props: { own: Agency; dossier: string; onOpen: (dossier: string) => void }) {
  const { own, dossier, onOpen } = props;
  const t = useMessages();
  const { ask, mandate } = useDesk();
  const [told, setTold] = useState<{ outcome: Outcome; asked: Asked }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    let isWanted = true;
    const asked = askedNow(mandate);
    ask(operationOf(candidatesDocuments[own], { id: dossier })).then((outcome) => {
      if (isWanted) setTold({ outcome, asked });
    });
    return () => {
      isWanted = false;
    };
  }, [own, dossier]);
  if (!told) return <p role="status">{t('search.asking')}</p>;
  const { outcome, asked } = told;
  const finding = outcome.state === 'answered' ? candidatesIn(outcome.answer, own) : undefined;
  return (
    <>
      <h3>{t('candidates.title')}</h3>
      <Stamp asked={asked} />
      <Notices outcome={outcome} />
      {finding && finding.state !== 'found' && <GapShown gap={finding} />}
      {finding?.state === 'found' &&
        (finding.found.length > 0 ? (
          <FoundList found={finding.found} onOpen={onOpen} />
        ) : (
          <p className="hint">{t('candidates.none')}</p>
        ))}
    </>
  );
}
