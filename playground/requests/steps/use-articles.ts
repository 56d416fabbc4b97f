import { useEffect, useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { articlesIn, articlesOperation, type Offence } from '../half/own-requests.ts';

/** The articles that a draft can name, read once when they are wanted and there is a mandate. They say nothing of a record. */
export function useArticles(isWanted: boolean): readonly Offence[] {
  const { ask, missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const [articles, setArticles] = useState<readonly Offence[]>([]);
  const isReady = isWanted && missing.length === 0 && articles.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate changes nothing of the list
  useEffect(() => {
    if (!isReady) return;
    void ask(articlesOperation(agency)).then((outcome) => {
      if (outcome.state === 'answered') setArticles(articlesIn(outcome.answer, agency));
    });
  }, [isReady, agency]);
  return articles;
}
