// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { parseLink } from '../core/link';
import { whole } from '../core/project/project.fixture';
import type { WholeProject } from '../core/project';
import { openArchive } from '../images/archive';
import type { PreparerPool } from '../images/pool';
import { writeProject } from '../images/projectZip';
import { PicturePixels } from './picturePixels';
import { createProjectFiles } from './projectFile';
import { createStore } from './store';

const unused = () => Promise.reject(new Error('not used'));
const pool: PreparerPool = {
  size: 1,
  async prepare(source) {
    const opened = 'zip' in source ? await openArchive(source.zip) : null;
    const entry = opened?.ok && 'zip' in source ? await opened.archive.read(source.index) : null;
    if (!entry?.ok) return { ok: false, reason: 'It is no picture.' };
    return { ok: true, picture: { blob: entry.blob, pixels: new Uint8Array(3), hash: await entry.blob.text() } };
  },
  list: unused,
  prepareFrame: unused,
  pixelsOf: unused,
  copyOf: unused,
  dispose: () => undefined,
};

it('a project file is told by what is in it, not by its name', async () => {
  const { zip } = await writeProject(whole, { signal: new AbortController().signal, onProgress: () => undefined });
  for (const [name, type] of [
    ['Pets.tm', ''],
    ['Pets', ''],
    ['Pets.png', 'image/png'],
  ] as const) {
    const store = createStore(parseLink(''));
    const adopt = vi.fn<(one: WholeProject) => Promise<void>>(() => Promise.resolve());
    const files = createProjectFiles({
      store,
      pool,
      pictures: new PicturePixels(pool),
      projects: { whole: unused, adopt, takeHeads: unused, open: unused },
      onPictures: () => undefined,
    });
    const picture = new File(['PNG'], 'a.zip', { type: 'application/zip' });
    const taken = await files.take([picture, new File([zip], name, { type })]);
    expect({ name, ...taken }).toEqual({ name, rest: [picture], damaged: [] });
    await vi.waitFor(() => expect(adopt).toHaveBeenCalledOnce());
  }
});
