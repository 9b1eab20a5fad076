import { readFileSync } from 'node:fs';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { macros } from './scripts/macros.ts';
import { hubSources } from './src/core/hubSources.ts';
import { offlineMegabytes } from './src/core/offlineSize.ts';

/**
 * Nothing may leave the page's origin, but for a hub base that the person agreed to fetch. The built page carries this as a <meta> tag, so that it holds on any static
 * host; `npm run serve` sends it as a header too. Workers are started from a blob that imports their module
 * (src/app/workers.ts), so that they inherit the page's policy as well.
 * - 'wasm-unsafe-eval': the WebAssembly engine of TensorFlow.js.
 * - style 'unsafe-inline': Mantine writes its theme variables into a <style> element.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  `connect-src 'self' blob: data: ${hubSources.join(' ')}`,
  "img-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const policyMeta: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * The drop zone's library brings the types of twelve hundred file endings along, a twentieth of the first load. Files are
 * known here by what is in them (src/images/signature.ts), so that the list is left out.
 */
const withoutFileTypes: Plugin = {
  name: 'without-file-types',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith('file-selector/dist/es2015/file.js')) return null;
    const list = /COMMON_MIME_TYPES = new Map\(\[[^;]*\]\);/;
    if (!list.test(code)) this.error('The list of file types is not where it was: look at this plugin again.');
    return { code: code.replace(list, 'COMMON_MIME_TYPES = new Map();'), map: null };
  },
};

/**
 * After one visit everything that is bundled is in the browser, most of it models, sample sets and TensorFlow.js.
 * The page registers the worker itself (src/app/offline), when its first work is over.
 */
const offline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'sw.ts',
  injectRegister: false,
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', 'manifest.webmanifest'],
    // What is larger stops the build, so that nothing is left out unnoticed.
    maximumFileSizeToCacheInBytes: 6e6,
    dontCacheBustURLsMatching: /^assets\//,
    // The worker tells how many bytes have come, so that it has to know how many there are.
    manifestTransforms: [
      (entries) => {
        const megabytes = entries.reduce((sum, { size }) => sum + size, 0) / 1e6;
        if (Math.abs(megabytes / offlineMegabytes - 1) > 0.1)
          throw new Error(
            `The build has ${megabytes.toFixed(1)} MB, but the page says ${offlineMegabytes}: src/core/offlineSize.ts.`,
          );
        return { manifest: entries.map((entry) => ({ ...entry, bytes: entry.size })), warnings: [] };
      },
    ],
  },
  manifest: {
    name: 'Transfer Lab',
    short_name: 'Transfer Lab',
    description: 'See transfer learning and dropout happen, live, on your own pictures. Nothing leaves your device.',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: '#faf8f3',
    background_color: '#faf8f3',
    categories: ['education'],
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
});

/** Versions of what computes a result, for the downloads. */
function versions(): Readonly<Record<string, string>> {
  const read = (path: string) => {
    const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string };
    return version;
  };
  const packages = [
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-backend-wasm',
    '@tensorflow/tfjs-backend-webgpu',
    '@tensorflow-models/mobilenet',
    '@vladmandic/human',
  ];
  return {
    'transfer-lab': read('package.json'),
    ...Object.fromEntries(packages.map((name) => [name, read(`node_modules/${name}/package.json`)])),
  };
}

const tests = (folder: string) => [`${folder}/*.test.{ts,tsx,mjs}`];

export default defineConfig({
  base: './',
  define: { __VERSIONS__: JSON.stringify(versions()) },
  plugins: [macros(), react(), lingui(), policyMeta, withoutFileTypes, offline],
  worker: { format: 'es', plugins: () => [macros()] },
  resolve: { dedupe: ['react', 'react-dom', '@tensorflow/tfjs', '@tensorflow/tfjs-core'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 3000,
    // Of a part that is fetched later only the style sheets are named before: to put a dozen links into the page at once
    // is felt, and its scripts find each other.
    modulePreload: {
      resolveDependencies: (_file, deps, { hostType }) =>
        hostType === 'html' ? deps : deps.filter((dep) => dep.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What sets the language must not bring along what has words in it.
            { name: 'language', test: /src\/app\/language\.ts$|vite\/preload-helper/, priority: 2 },
            // One file instead of a hundred small ones, which compress badly: a tenth of the first load.
            { name: 'first', test: /src\/start\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    testTimeout: 60_000,
    // Left to itself, Vitest keeps one processor free: half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Nearly all of their time would be spent on loading the same modules again for every file.
        test: {
          name: 'shared',
          include: tests('src/{core,lessons,ui}/**'),
          isolate: false,
          setupFiles: ['src/sharing.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: [...tests('src/{app,images,model,storage,worker}/**'), ...tests('src'), ...tests('scripts/**')],
        },
      },
    ],
  },
} as Parameters<typeof defineConfig>[0]);
