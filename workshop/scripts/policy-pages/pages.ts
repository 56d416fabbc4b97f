import { definitions } from '../../../commands/running/definitions.ts';
import { pathOf, policyPage } from './page.ts';
import { type Subject, subjectOf } from './subject.ts';

export const subjects = (): Subject[] => Object.values(definitions).map(subjectOf);

/** The content of every page, by its path from the project's root. */
export const policyPages = (of: readonly Subject[] = subjects()): Map<string, string> =>
  new Map(of.map((subject) => [pathOf(subject), policyPage(subject)]));

/** The pages that say something else than the policy does. */
export const stalePages = (
  pages: ReadonlyMap<string, string>,
  committed: (path: string) => string,
): [path: string, content: string][] => [...pages].filter(([path, content]) => committed(path) !== content);
