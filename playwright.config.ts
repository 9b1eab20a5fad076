import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();
const root = process.getuid?.() === 0;

/**
 * WebGL and WebGPU in software where there is no GPU; without these flags headless Chromium has neither. The page itself
 * is drawn without that imitation of a card, which would take the time of the work under test.
 */
const args = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-accelerated-2d-canvas',
  '--disable-background-networking',
  ...(root ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 60_000 },
  // Much of a test is waiting: two at a time take half as long, also on two processors.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: 'http://127.0.0.1:4199/',
    // What a service worker answers, a test could not answer in its place; offline.spec.ts has it.
    serviceWorkers: 'block',
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'npx vite preview --host 127.0.0.1 --port 4199 --strictPort',
    url: 'http://127.0.0.1:4199/',
    reuseExistingServer: false,
  },
});
