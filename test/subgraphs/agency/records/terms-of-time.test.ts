import { readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { lapseOf, longestUnseen } from '../../../../subgraphs/agency/records/alerts/alert-state.ts';
import { refusedStep } from '../../../../subgraphs/agency/records/requests/refused-step.ts';
import { longestExtension, termOf } from '../../../../subgraphs/agency/records/requests/request-deadline.ts';
import { type RequestUrgency, requestUrgencies } from '../../../../terms/enums.ts';
import { requests } from '../../../../terms/titles/requests.ts';
import { schemaOf, supergraphSdl } from '../../../support/schema-files.ts';

const hour = 3_600_000;
const day = 24 * hour;

const schema = schemaOf(supergraphSdl());
/** What the schema says of a value of a list. */
function describedAs(list: string, value: string): string {
  const type = schema.getType(list);
  return (isEnumType(type) && type.getValue(value)?.description) || '';
}
/** What a page says, on one line. */
const page = (path: string) => readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ');

/** A time as it is told in English, and the number alone. */
const inWords = (term: number) => {
  const [number, unit] = term < day ? [term / hour, 'hours'] : [term / day, 'days'];
  return { number: String(number), words: `${number} ${unit}` };
};

describe('the time to answer a request is told as it is reckoned', () => {
  test.each(requestUrgencies)(
    'by its title in three languages, and by the schema: %s',
    (urgency: RequestUrgency) => {
      const { number, words } = inWords(termOf[urgency]);
      const { be, ru, en } = requests.RequestUrgency[urgency];
      expect(en).toBe(`Within ${words}`);
      expect([be, ru].map((title) => /\d+/.exec(title)?.[0])).toEqual([number, number]);
      expect(describedAs('RequestUrgency', urgency)).toContain(`Within ${words}`);
    },
  );

  test('by the page on requests', () => {
    const [soonest, soon, usual] = requestUrgencies.map((urgency) => inWords(termOf[urgency]).words);
    expect(page('docs/requests.md')).toContain(
      `${soonest} (URGENT_AVAILABLE), ${soon} (URGENT) or ${usual} (OTHER)`,
    );
  });

  test('by the refusal of a later date', () => {
    const { words } = inWords(longestExtension);
    expect(JSON.stringify(refusedStep('TOO_LONG'))).toContain(`within ${words} of the receipt`);
    expect(page('schema/agency/requests.graphql')).toContain(`within ${words} of the receipt`);
  });
});

describe('the time for an alert is told as it is reckoned', () => {
  const since = new Date('2026-11-01T00:00:00Z');
  const lapses = inWords(lapseOf({ since }).getTime() - since.getTime()).words;

  test('by the schema', () => {
    expect(describedAs('AlertState', 'NEW')).toContain(`within ${longestUnseen / hour} hours`);
    for (const state of ['ACKNOWLEDGED', 'LAPSED'])
      expect(describedAs('AlertState', state)).toContain(lapses);
  });

  test('by the page on warnings, and in three languages', () => {
    expect(page('docs/warnings.md')).toContain(`NEW --> LAPSED: ${lapses}`);
    for (const language of ['be', 'ru', 'en'])
      expect(page(`playground/messages/alerts/${language}.ts`)).toMatch(
        new RegExp(`'alerts.neglected': '[^']*${longestUnseen / hour}`),
      );
  });
});
