import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FeatureMapState } from '../../core/why/featureMap';
import { FeatureMap, type FeatureMapProps } from './FeatureMap';
import { mapOf } from './map.fixture';
import { thumbnailRows, thumbnailSize } from './useMapPaint';

const ignore = () => undefined;
const map = await mapOf([45, 61, 70, 88]);
const ready: FeatureMapState = { phase: 'ready', map, projection: 'pca', umap: { phase: 'none' } };
const said = (state: FeatureMapState, props: Partial<FeatureMapProps> = {}) =>
  renderToStaticMarkup(
    <MantineProvider>
      <FeatureMap
        state={state}
        classes={map.collection.classes}
        names={map.collection.pictures.map(({ name }) => name)}
        sides={map.collection.pictures.map((_, i) => (i % 3 === 0 ? 'validation' : 'training'))}
        urlOf={(row) => `blob:${row}`}
        blocked={null}
        isOutdated={false}
        onDraw={ignore}
        onCancel={ignore}
        onProjection={ignore}
        {...props}
      />
    </MantineProvider>,
  );

describe('the map of what the base sees', () => {
  it('is drawn when asked for, or says why it cannot', () => {
    expect(said({ phase: 'none' })).toContain('Draw the map');
    const blocked = said({ phase: 'none' }, { blocked: 'There are no pictures yet.' });
    expect(blocked).toContain('There are no pictures yet.');
    expect(blocked).toMatch(/<button[^>]*disabled/);
  });

  it('says how far it is, and can be cancelled', () => {
    const pixels = said({ phase: 'working', task: 'pixels', done: 12, total: 100 });
    expect(pixels).toContain('Reading pixels, 12 of 100');
    expect(pixels).toContain('Cancel');
    expect(pixels).not.toContain('Draw the map');
    expect(said({ phase: 'working', task: 'views', done: 1, total: 4 })).toContain('View 2 of 4');
  });

  it('says what went wrong, and can be tried again', () => {
    const failed = said({ phase: 'failed', reason: 'No memory.' });
    expect(failed).toContain('The map could not be drawn: No memory.');
    expect(failed).toContain('Draw the map');
  });

  it('shows a verdict and a legend', () => {
    const html = said(ready);
    expect(html).toContain('The classes come apart with depth');
    expect(html).toMatch(/training<\/li>.*validation<\/li>/);
    expect(html).not.toContain('not used by this seed');
    expect(html).not.toContain('Draw the map again');
  });

  it('says when pictures or base have changed, and draws again', () => {
    const html = said(ready, { isOutdated: true });
    expect(html).toContain('have changed since');
    expect(html).toContain('Draw the map again');
  });

  it('shows UMAP on its way, and its failure', () => {
    const working = said({ ...ready, projection: 'umap', umap: { phase: 'working', done: 1200, total: 2000 } });
    expect(working).toContain('Epoch 1,200 of 2,000; until then the maps show PCA');
    expect(working).toContain('Cancel');
    const failed = said({ ...ready, umap: { phase: 'failed', reason: 'It crashed.' } });
    expect(failed).toContain('UMAP could not be worked out: It crashed.');
  });
});

it('shows as many thumbnails as leave something to see', () => {
  const grid = (side: number) =>
    Float32Array.from({ length: 2 * side * side }, (_, at) =>
      at % 2 === 0 ? ((at / 2) % side) / (side - 1) : Math.floor(at / 2 / side) / (side - 1),
    );
  expect([100, 200, 2000].map(thumbnailSize)).toEqual([28, 24, 20]);
  // A hundred have room; of two thousand less than a half of the map is covered.
  expect(thumbnailRows(grid(10), 28, 540)).toHaveLength(100);
  const few = thumbnailRows(grid(44), 20, 540).length;
  expect(few).toBeGreaterThan(40);
  expect(few * 20 * 20).toBeLessThan((500 * 500) / 2);
});
