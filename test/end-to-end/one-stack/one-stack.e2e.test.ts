import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { costSuite } from './cost-suite.ts';
import { groupsSuite } from './groups-suite.ts';
import { permissionsSuite } from './permissions-suite.ts';
import { recordsSuite } from './records-suite.ts';
import { scenariosSuite } from './scenarios-suite.ts';
import { searchPagesSuite } from './search-pages-suite.ts';
import { searchSuite } from './search-suite.ts';
import { suspensionSuite } from './suspension-suite.ts';
import { writingSuite } from './writing-suite.ts';

// Suites that add to the demo data, or count what a request costs, but need no stack to themselves: to start one takes longer
// than most of them. They run one after the other, those that look for records before those that make them.
const stack = ownStack(await newSettings());

costSuite(stack);
searchSuite(stack);
searchPagesSuite(stack);
permissionsSuite(stack);
groupsSuite(stack);
writingSuite(stack);
recordsSuite(stack);
scenariosSuite(stack);
suspensionSuite(stack);
