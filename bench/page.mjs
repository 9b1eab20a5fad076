import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** A page of its own in the built app, served on a free loopback port. */
export async function pageOf(browser) {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  // Where the app was built to, if not to `dist`.
  const outDir = process.env['DIST'];
  const server = await preview({
    configFile,
    ...(outDir && { build: { outDir } }),
    preview: { host: '127.0.0.1', port: 0 },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const { port } = server.httpServer.address();
  return {
    page,
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
