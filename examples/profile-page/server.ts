/**
 * `npm run example:profile-page`: builds the page and serves it. The gateway answers its own origin alone, so this server passes
 * `/graphql` on, and gives the page the token of whoever is signed in: here the one in CONCORD_TOKEN.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const gateway = process.env.CONCORD_ENDPOINT ?? 'http://localhost:4000/graphql';
const port = Number(process.env.PORT ?? 8080);
const pathTo = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const sdk = (name: string) => pathTo(`../../sdk/src/${name}`);

/** The page's files by their names. In a project of your own the package is installed, and needs no alias. */
async function bundled(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [pathTo('page.tsx'), pathTo('page.css')],
    outdir: '/',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      '@concord/sdk/apollo': sdk('clients/apollo.ts'),
      '@concord/sdk/operations': sdk('generated/operations.ts'),
      '@concord/sdk/react': sdk('clients/react/index.ts'),
      '@concord/sdk': sdk('index.ts'),
    },
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Profile</title><link rel="stylesheet" href="/page.css">
<link rel="icon" href="data:,"><div id="page"></div><script type="module" src="/page.js"></script></html>`;

function passOn(asked: IncomingMessage, response: ServerResponse): void {
  const { host: _ours, ...headers } = asked.headers;
  const passed = request(gateway, { method: asked.method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  passed.on('error', () => response.writeHead(502).end());
  asked.pipe(passed);
}

const files = await bundled();
createServer((asked, response) => {
  const path = asked.url ?? '/';
  const file = files.get(path);
  if (file) {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    response.setHeader('content-type', type).end(file);
  } else if (path === '/graphql') passOn(asked, response);
  else if (path === '/token') response.end(process.env.CONCORD_TOKEN);
  else response.setHeader('content-type', 'text/html').end(html);
}).listen(port, () => process.stdout.write(`The page is at http://localhost:${port}/\n`));
