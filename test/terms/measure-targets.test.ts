import { type LocatedValue, valuesOf } from '../../subgraphs/agency/records/values/values-of.ts';
import { type MeasureKind, measureKinds } from '../../terms/enums.ts';
import { isTargetOf, needsTarget } from '../../terms/measure-targets.ts';
import { linkedPersonDossiers } from '../../workshop/demo-data/known/linked-person.ts';

const values = valuesOf(linkedPersonDossiers().BELARUS);
const nameOf = ({ field, value }: LocatedValue) =>
  `${field} ${(value as { kind?: string }).kind ?? ''}`.trim();
const targetsOf = (kind: MeasureKind) => [
  ...new Set(values.filter((located) => isTargetOf(kind, located)).map(nameOf)),
];

describe('the target of a measure', () => {
  test.each([
    [
      'NUMBER_BLOCK',
      ['contacts PHONE', 'infrastructure IMSI', 'infrastructure ICCID', 'infrastructure SIP_TRUNK'],
    ],
    ['DOMAIN_BLOCK', ['infrastructure DOMAIN']],
    ['ACCOUNT_BLOCK', ['contacts MESSENGER', 'contacts EMAIL', 'instruments ACCOUNT', 'instruments CARD']],
    ['WALLET_BLOCK', ['instruments WALLET']],
    ['ARREST', []],
    ['VICTIM_WARNING', []],
  ] as const)('of %s is of its kinds alone', (kind, fitting) => {
    expect(targetsOf(kind).sort()).toEqual([...fitting].sort());
  });

  test('is needed for a block and a takedown, and for nothing else', () => {
    expect(measureKinds.filter(needsTarget).sort()).toEqual([
      'ACCOUNT_BLOCK',
      'DOMAIN_BLOCK',
      'NUMBER_BLOCK',
      'TAKEDOWN',
      'WALLET_BLOCK',
    ]);
  });

  test('is never a name, a document, an offence or another measure', () => {
    for (const kind of measureKinds)
      for (const name of targetsOf(kind)) expect(name).toMatch(/^(contacts|instruments|infrastructure) /);
  });
});
