import { readFileSync } from 'node:fs';
import { actions } from '../../terms/actions.ts';
import { operationStates } from '../../terms/enums.ts';

const page = readFileSync('docs/operations.md', 'utf8');

test('the steps of docs/operations.md are the actions, each for its roles', () => {
  const rows = [...page.matchAll(/^\| .+ \| (`\w+`(?:, `\w+`)*) \| (.+) \|$/gm)];
  const told = rows.flatMap(([, named = '', by = '']) =>
    [...named.matchAll(/`(\w+)`/g)].map(([, action = '']) => [
      action,
      by === 'any member' ? ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] : by.match(/[A-Z]{7,}/g),
    ]),
  );
  const steps = Object.entries(actions).filter(
    ([action]) => /Operation/.test(action) && !/^read/.test(action),
  );
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(steps.map(([action, who]) => [action, [...who]])),
  );
});

test('the diagram of docs/operations.md has every state, and names actions alone', () => {
  const [, diagram = ''] = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(page) ?? [];
  const arrows = [...diagram.matchAll(/^ {2}(\S+) --> (\S+): (.+)$/gm)];
  const states = new Set(arrows.flatMap(([, from, to]) => [from, to]));
  states.delete('[*]');
  expect([...states].sort()).toEqual([...operationStates].sort());
  const named = arrows.flatMap(([, , , event = '']) => event.match(/\w+Operation/g) ?? []);
  expect(named.filter((action) => !Object.hasOwn(actions, action))).toEqual([]);
});
