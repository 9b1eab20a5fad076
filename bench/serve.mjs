// Builds the harness page and serves it on a free loopback port.
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/** Several spec files of one process share it. */
let built;

/** The page's address, and what ends its server. */
export async function serveHarness() {
  await (built ??= build({ configFile, logLevel: 'warn' }));
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('The harness has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
