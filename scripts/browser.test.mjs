import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from './browser.mjs';

test.skipIf(process.platform === 'win32')('a browser that does not start does not shadow one that does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  const program = (name, script) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  try {
    const broken = program('broken', 'exit 127');
    const working = program('working', 'echo Chromium 1.2.3');
    expect(findBrowser([undefined, join(folder, 'absent'), broken, working])).toBe(working);
    expect(findBrowser([broken])).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
