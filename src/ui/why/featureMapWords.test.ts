import { describe, expect, it } from 'vitest';
import { viewDifferences } from '../../core/why/viewDifferences';
import { captionWords, mapWords, nearestWords, pictureWords, shareWords, viewRows, viewTitle } from './featureMapWords';
import { mapOf } from './map.fixture';

describe('what the map says', () => {
  it('speaks of coming apart where the rise is more than chance', async () => {
    const { main, more } = mapWords(await mapOf([45, 61, 70, 88]));
    expect(main).toBe(
      'The classes come apart with depth: the nearest other picture is of the same class for 45.0\u00a0% of the pictures by raw pixels, 61.0\u00a0% after block 3, 70.0\u00a0% after block 8, 88.0\u00a0% after block 16.',
    );
    // 43 gained, none lost: (43 / 102 -+ 1.96 sqrt((44 - 43^2 / 102) / 102^2)).
    expect(more[0]).toContain('+43.0 points (95\u00a0% interval +32.4 to +51.9)');
    expect(more[0]).toContain('By chance each would be 49.5\u00a0%.');
  });

  it('does not where the difference may be chance', async () => {
    expect(mapWords(await mapOf([60, 61, 62, 62])).main).toMatch(
      /^Whether the classes come apart with depth cannot be told:/,
    );
    expect(mapWords(await mapOf([4, 6], 8)).main).toMatch(/^Whether the classes come apart with depth cannot be told:/);
  });

  it('says so where it falls, or rises and falls again', async () => {
    expect(mapWords(await mapOf([88, 70, 61, 45])).main).toMatch(
      /^The classes are less apart at the chosen cut than in raw pixels:/,
    );
    expect(mapWords(await mapOf([45, 90, 90, 70])).main).toMatch(
      /^The classes are further apart at the chosen cut than in raw pixels, but not more and more with depth:/,
    );
  });

  it('tells when the last is no more than chance', async () => {
    expect(mapWords(await mapOf([20, 30, 40, 50])).more.join(' ')).toContain(
      'What it is after block 16 is no more than chance could give.',
    );
    expect(mapWords(await mapOf([20, 30, 40, 80])).more.join(' ')).not.toContain('chance could give');
  });

  it('says what was measured, that nothing is trained, and what is missing', async () => {
    const map = await mapOf([50, 80]);
    expect(mapWords(map).more.join(' ')).toMatch(
      /all 100 pictures of training and validation .* nothing is trained\.$/,
    );
    const grouped = { ...map, groups: map.groups.map((g) => g >> 1), missing: 'Flattened.' };
    expect(mapWords(grouped).more.at(-2)).toContain('do not count as each other’s nearest');
    expect(mapWords(grouped).more.at(-1)).toBe('Flattened.');
  });

  it('says nothing of classes where there is nothing to compare', async () => {
    const map = await mapOf([0, 0]);
    const views = map.views.map((view) => ({
      ...view,
      neighbours: { ...view.neighbours, counted: 0, same: 0, nearest: view.neighbours.nearest.fill(-1) },
    }));
    expect(mapWords({ ...map, views, differences: await viewDifferences({ ...map, views }) }).main).toContain(
      'Nothing can be said about the classes',
    );
    expect(mapWords({ ...map, views: map.views.slice(1) }).main).toContain('nothing to compare');
  });
});

describe('what stands beside a map', () => {
  const firstView = async () => (await mapOf([60, 70])).views[0];

  it('names the depth', async () => {
    const titles = (await mapOf([1, 2, 3, 4])).views.map(({ source }, at) => viewTitle(source, at, 4));
    expect(titles).toEqual(['Raw pixels', 'After block 3', 'After block 8', 'After block 16, the chosen cut']);
    const joined = { kind: 'features', cut: { blocks: [2, 15], pooling: 'average' } } as const;
    expect(viewTitle(joined, 3, 4)).toBe('After blocks 3 and 16, the chosen cut');
  });

  it('gives shares with Wilson’s interval, for all and by class', async () => {
    expect(shareWords(8, 10)).toBe('80.0\u00a0% (95\u00a0% interval 49.0\u00a0% to 94.3\u00a0%)');
    expect(shareWords(0, 0)).toBe('nothing to count');
    const view = await firstView();
    const rows = view ? viewRows(view, ['Animals', 'Food']) : [];
    expect(rows.map(([name, pictures]) => [name, pictures])).toEqual([
      ['All pictures', '100'],
      ['Animals', '50'],
      ['Food', '50'],
    ]);
    expect(rows[1]?.[2]).toContain('60.0\u00a0%');
  });

  it('gives the variance of PCA alone', async () => {
    const view = await firstView();
    expect(view && captionWords(view, 'pca')).toBe(
      'The two axes hold 37.5\u00a0% of the variance (25.0\u00a0% and 12.5\u00a0%).',
    );
    expect(view && captionWords(view, 'umap')).not.toContain('%');
  });

  it('says what a picture is, and who is nearest', async () => {
    const dog = { name: 'dog.png', className: 'Animals', side: 'training' } as const;
    const cake = { name: 'cake.png', className: 'Food', side: null } as const;
    expect(pictureWords(dog)).toBe('dog.png: Animals, training side.');
    expect(pictureWords(cake)).toBe('cake.png: Food, not used, over the limit per class.');
    expect(nearestWords(dog, cake)).toBe('Nearest other picture: cake.png, Food, another class.');
    expect(nearestWords(dog, dog)).toContain('the same class');
    expect(nearestWords(dog, undefined)).toBe('No other picture to compare it with.');
  });
});
