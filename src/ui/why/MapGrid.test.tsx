// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import type { DrawnMap, Projection } from '../../core/why/featureMap';
import { mapOf } from './map.fixture';
import { MapGrid } from './MapGrid';

let unmount = () => undefined as void;
afterEach(() => unmount());

/** On the page, once every map has had its turn. */
async function shown(map: DrawnMap, projection: Projection = 'pca') {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  unmount = () => {
    root.unmount();
    page.remove();
  };
  root.render(
    <MantineProvider>
      <MapGrid
        map={map}
        shown={projection}
        classes={map.collection.classes}
        names={map.collection.pictures.map(({ name }) => name)}
        sides={map.collection.pictures.map(() => 'training')}
        urlOf={(row) => `blob:${row}`}
      />
    </MantineProvider>,
  );
  while (page.querySelectorAll('canvas').length < map.views.length) await new Promise((r) => setTimeout(r, 5));
  const maps = [...page.querySelectorAll<HTMLElement>('[role=application]')];
  const press = async (at: number, key: string) => {
    maps[at]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise((r) => setTimeout(r, 0));
  };
  const said = () => [...page.querySelectorAll('output')].map((output) => output.textContent);
  return { page, maps, press, said };
}

it('shows a map with its share, its variance and its table for each depth', async () => {
  const { page, maps } = await shown(await mapOf([45, 61, 70, 88]));
  expect(maps).toHaveLength(4);
  expect(maps.every((map) => map.tabIndex === 0)).toBe(true);
  expect(maps[0]?.getAttribute('aria-label')).toContain('Raw pixels: map of 100 pictures');
  expect(page.querySelectorAll('details')).toHaveLength(4);
  expect(page.textContent).toContain('After block 16, the chosen cut in numbers');
  expect(page.textContent).toContain('The two axes hold 37.5\u00a0% of the variance');
});

it('shows UMAP where it is there, and PCA until then', async () => {
  const map = await mapOf([45, 88]);
  const views = map.views.map((view) => ({ ...view, umap: view.pca }));
  expect((await shown({ ...map, views }, 'umap')).page.textContent).toContain('Axes without a unit');
  unmount();
  expect((await shown(map, 'umap')).page.textContent).toContain('of the variance');
});

it('goes from picture to picture by the arrow keys, and says what is there', async () => {
  const { press, said } = await shown(await mapOf([45, 88]));
  expect(said()).toEqual(['', '']);
  await press(1, 'ArrowRight');
  const first = said();
  expect(first[0]).toBe('');
  expect(first[1]).toMatch(/^picture \d+: (Animals|Food), training side\. Nearest other picture: picture \d+/);
  await press(1, 'ArrowLeft');
  expect(said()[1]).not.toBe(first[1]);
  await press(1, 'Escape');
  expect(said()).toEqual(['', '']);
});
