/**
 * An agency's subgraph whose channel can be stopped at a stage, or doubles what arrives again. `channel.ts` starts and kills
 * it: `--agency belarus [--pause-at BEFORE_SENDING] [--deduplication off]`.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createChannel } from '../../subgraphs/agency/channel/channel.ts';
import { startAgency } from '../../subgraphs/agency/start.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { russia } from '../../subgraphs/russia/definition.ts';
import { doublingChannel } from './doubling-channel.ts';
import { agencies } from './environment.ts';
import { pausingChannel } from './pausing-channel.ts';
import { stages } from './stages.ts';

const string = { type: 'string' } as const;
const { agency, ...options } = z
  .object({
    agency: z.enum(agencies),
    'pause-at': z.enum(stages).optional(),
    deduplication: z.enum(['on', 'off']).default('on'),
  })
  .parse(parseArgs({ options: { agency: string, 'pause-at': string, deduplication: string } }).values);

const stage = options['pause-at'];
const say = () => void process.stdout.write(`${JSON.stringify({ paused: stage })}\n`);
const channel = options.deduplication === 'off' ? doublingChannel : createChannel;

await startAgency({ belarus, russia }[agency], { belarus: 4001, russia: 4002 }[agency], {
  channelOf: stage === undefined ? channel : pausingChannel(stage, say, channel),
});
