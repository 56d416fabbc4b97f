import { twoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import { newSettings } from '../../../support/end-to-end/stack.ts';
import { carriedSuite } from './carried-suite.ts';
import { crossingSuite } from './crossing-suite.ts';
import { hitsSuite } from './hits-suite.ts';
import { instancesSuite } from './instances-suite.ts';
import { requestsSuite } from './requests-suite.ts';

// Suites that end the subgraphs of one stack and start them again, one after the other: to start one takes as long as most of them.
// The last one sets clocks.
const agencies = twoAgencies(await newSettings());

describe('what is carried', () => carriedSuite(agencies));
describe('links by hits', () => hitsSuite(agencies));
describe('decisions', () => crossingSuite(agencies));
describe('instances', () => instancesSuite(agencies));
describe('requests', () => requestsSuite(agencies));
