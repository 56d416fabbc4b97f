import { access } from './access.ts';
import { adviceSentences } from './advice-sentences.ts';
import { alerts } from './alerts.ts';
import { channel } from './channel.ts';
import { crime } from './crime.ts';
import { events } from './events.ts';
import { matching } from './matching.ts';
import { operations } from './operations.ts';
import { person } from './person.ts';
import { problems } from './problems.ts';
import { requests } from './requests.ts';
import type { TitlesOf } from './title.ts';
import { waiting } from './waiting.ts';

/** The titles of every closed list, by its name in the SDL: the one catalogue of the API and of its pages. */
export const titles: TitlesOf & { readonly AdviceSentence: typeof adviceSentences } = {
  ...access,
  ...person,
  ...crime,
  ...matching,
  ...events,
  ...problems,
  ...channel,
  ...requests,
  ...alerts,
  ...operations,
  ...waiting,
  AdviceSentence: adviceSentences,
};
