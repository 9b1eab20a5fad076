import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page of its own for the benchmark and the golden test: the app's modules without the app. Not part of the product. */
export default defineConfig({
  root: here('harness'),
  base: './',
  publicDir: here('../public'),
  worker: { format: 'es' },
  resolve: { dedupe: ['@tensorflow/tfjs', '@tensorflow/tfjs-core'] },
  build: { target: 'es2022', outDir: here('dist'), emptyOutDir: true, chunkSizeWarningLimit: 3000 },
});
