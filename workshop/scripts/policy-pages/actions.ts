import { type Action, actionMeanings } from '../../../terms/actions.ts';
import { roles } from '../../../terms/enums.ts';
import { code, table } from './markdown.ts';
import type { Subject } from './subject.ts';

const names = Object.keys(actionMeanings) as Action[];

/** The actions of each role; a role without any is listed too. */
export const actionsTable = ({ actions }: Subject): string =>
  table(
    ['role', 'may'],
    roles.map((role) => {
      const may = names.filter((name) => actions[name].includes(role));
      const told = may.map((name) => `${code(name)}: ${actionMeanings[name]}`);
      return [role, told.join('<br>') || 'nothing'];
    }),
  );

/** Who may take an action, as a sentence names them. */
export const whoMay = ({ actions }: Subject, action: Action): string =>
  actions[action].join(' or ') || 'nobody';
