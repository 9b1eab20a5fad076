import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** One catalog a room, so that a sentence is found by where it is said. English is in the code, and in `en.po` for translators. */
const rooms = {
  core: ['core'],
  ui: ['ui'],
  lessons: ['lessons'],
  app: ['app', 'images', 'model', 'storage', 'worker'],
};

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: Object.entries(rooms).map(([room, folders]) => ({
    path: `<rootDir>/src/locales/${room}/{locale}`,
    include: folders.map((folder) => `<rootDir>/src/${folder}`),
    exclude: ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts'],
  })),
  runtimeConfigModule: { i18n: ['#language', 'i18n'], Trans: ['#trans', 'Trans'] },
  orderBy: 'origin',
  // Lines move with every change; the file is enough to find a sentence.
  format: formatter({ lineNumbers: false }),
});
