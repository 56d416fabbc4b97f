import { Agent, ProxyAgent, request } from 'undici';
import type { Environment } from './server.ts';

/** The variables that mongodb-memory-server reads, in its order: what is reached must be what it will use. */
const PROXY_VARIABLES = [
  'yarn_https-proxy',
  'yarn_proxy',
  'npm_config_https-proxy',
  'npm_config_proxy',
  'https_proxy',
  'http_proxy',
  'HTTPS_PROXY',
  'HTTP_PROXY',
];

/** Certificates are checked unless npm was told not to. */
export function checksCertificates(environment: Environment): boolean {
  return environment.npm_config_strict_ssl !== 'false';
}

/**
 * Asks for the head of `url`, and fails when no answer has come within `milliseconds`, or one that refuses. A download
 * itself may then take as long as it likes; a machine without a network is not made to wait for one.
 */
export async function reach(url: URL, milliseconds: number, environment: Environment): Promise<void> {
  const proxy = PROXY_VARIABLES.map((name) => environment[name]).find((value) => value);
  const tls = { rejectUnauthorized: checksCertificates(environment) };
  const dispatcher = proxy ? new ProxyAgent({ uri: proxy, requestTls: tls }) : new Agent({ connect: tls });
  const deadline = AbortSignal.timeout(milliseconds);
  try {
    const { statusCode, body } = await request(url, {
      method: 'HEAD',
      dispatcher,
      signal: deadline,
    });
    await body.dump();
    // 405: a mirror that knows no HEAD is there all the same.
    if (statusCode >= 400 && statusCode !== 405) {
      throw new Error(`${url.host} answers ${statusCode} for ${url.pathname}`);
    }
  } catch (error) {
    if (deadline.aborted) {
      throw new Error(`${url.host} did not answer within ${milliseconds / 1000} s`);
    }
    throw error;
  } finally {
    await dispatcher.destroy();
  }
}
