import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Registry } from 'prom-client';
import { acceptedType } from './accepted-type.ts';
import { counterOf } from './create-registry.ts';
import { PreparedOperations } from './prepared-operations.ts';
import { admitBy, type Leaving, type RequestStep } from './request-step.ts';

/** The part of a request that the short way reads: the same parts that Apollo Server reads, in forms that it takes. */
interface Asked {
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
}

const json = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * The content type of an answer to the plain request that clients send: undefined for what else there is of methods, types and forms,
 * which is Apollo Server's.
 */
export const typeOfPlain = ({
  method,
  headers,
}: Pick<FastifyRequest, 'method' | 'headers'>): string | undefined =>
  method === 'POST' && json.test(headers['content-type'] ?? '') ? acceptedType(headers.accept) : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Undefined for what Apollo Server would refuse, or would answer in a way of its own. */
function askedIn(body: unknown): Asked | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || !(isAbsent(operationName) || typeof operationName === 'string'))
    return undefined;
  if (!(isAbsent(variables) || isRecord(variables))) return undefined;
  if (!(isAbsent(extensions) || (isRecord(extensions) && isAbsent(extensions.persistedQuery))))
    return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}

/** The end of an operation that was run before Apollo Server is asked. */
const outcome = Symbol('outcome');
type Outcome = () => GatewayExecutionResult;

/** True once the operation of a request was run: Apollo Server then words the answer, and nothing is charged or refused any more. */
export const hasRun = (context: object): boolean => outcome in context;

/** As Apollo Server writes it, with a line's end. */
const written = ({ errors, data, extensions }: Leaving['result']): string =>
  `${JSON.stringify({ errors, data, extensions })}\n`;

export interface ShortWay<Context> {
  /** The gateway as Apollo Server is to have it: what is let through to its executor is prepared. */
  gateway: GatewayInterface;
  /**
   * Runs an operation that is prepared.
   * @param context which Apollo Server must be given when it is to answer: it then knows of what was run already
   * @returns the text of the answer; undefined where Apollo Server is to answer
   */
  answer: (body: unknown, context: Context) => Promise<string | undefined>;
}

/**
 * The way of a request whose text Apollo Server has let through before, past its pipeline. It judges each new text; and it answers
 * all that is not a plain answer without errors, also when the short way has already run the operation. So there is one place that
 * makes errors, and what is done for every request stands in the steps, which both ways take.
 */
export function createShortWay<Context extends object>(
  gateway: GatewayInterface,
  steps: readonly RequestStep<Context>[],
  registry: Registry,
): ShortWay<Context> {
  const operations = new PreparedOperations();
  operations.observe(registry);
  const answered = counterOf(
    registry,
    'concord_operations_run_total',
    'Operations that were run, by their way: prepared, or judged by Apollo Server at the same time.',
    ['way'],
  );
  let current: GraphQLSchema | undefined;
  let run: GatewayExecutor | undefined;

  return {
    gateway: {
      onSchemaLoadOrUpdate: (callback) =>
        gateway.onSchemaLoadOrUpdate((loaded) => {
          operations.clear();
          current = loaded.apiSchema;
          callback(loaded);
        }),
      async load(options) {
        const loaded = await gateway.load(options);
        const { executor } = loaded;
        if (!executor) return loaded;
        run = executor;
        return {
          executor: async (asked) => {
            const ended = (asked.context as { [outcome]?: Outcome })[outcome];
            if (ended) return ended();
            // One that began in the schema before is not kept for this one.
            if (asked.schema === current) operations.note(asked, asked.request.operationName);
            answered.inc({ way: 'judged' });
            return executor(asked);
          },
        };
      },
      stop: () => gateway.stop(),
    },

    async answer(body, context) {
      const asked = askedIn(body);
      const prepared = asked && operations.get(asked.query, asked.operationName);
      if (!asked || !prepared || !run) return undefined;
      const end = (ended: Outcome) => void Object.assign(context, { [outcome]: ended });
      try {
        admitBy(steps, { ...prepared, context });
      } catch {
        // Apollo Server asks the same, and refuses it.
        return undefined;
      }
      answered.inc({ way: 'prepared' });
      let result: GatewayExecutionResult;
      try {
        result = await run({
          ...prepared,
          request: asked,
          context,
        } as unknown as Parameters<GatewayExecutor>[0]);
      } catch (error) {
        end(() => {
          throw error;
        });
        return undefined;
      }
      if (result.errors || !result.data) {
        end(() => result);
        return undefined;
      }
      const leaving: Leaving = {
        result: { data: result.data, ...(result.extensions && { extensions: result.extensions }) },
      };
      for (const { finish } of steps) finish?.(leaving, context);
      return written(leaving.result);
    },
  };
}
