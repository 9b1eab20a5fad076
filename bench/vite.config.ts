import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { macros } from '../scripts/macros.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page of its own for the benchmark and the golden test: the app's modules without the app. Not part of the product. */
export default defineConfig({
  root: here('harness'),
  base: './',
  publicDir: here('../public'),
  plugins: [macros()],
  worker: { format: 'es', plugins: () => [macros()] },
  resolve: { dedupe: ['@tensorflow/tfjs', '@tensorflow/tfjs-core'] },
  build: { target: 'es2022', outDir: here('dist'), emptyOutDir: true, chunkSizeWarningLimit: 3000 },
});
