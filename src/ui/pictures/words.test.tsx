import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ImportReport } from './ImportReport';
import { Thumbnail } from './Thumbnail';
import { SplitControl } from './SplitControl';

const markup = (element: ReactElement) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
const ignore = () => undefined;

it('names the lists of what did not come in', () => {
  const summary = {
    added: 1,
    duplicates: [{ name: 'a.png', of: 'b.png' }],
    contradictions: [{ name: 'c.png', className: 'cat', otherName: 'd.png', otherClass: 'dog' }],
    skipped: [{ path: 'e.txt', reason: 'It is not a picture.' }],
    notes: [],
  };
  const said = markup(<ImportReport summary={summary} onDismiss={ignore} />);
  for (const name of ['Skipped', 'In two classes', 'Duplicates']) expect(said).toContain(`aria-label="${name}"`);
  expect(said).toContain('1 picture added, 1 duplicate kept once');
});

it('says what a seed draws on a fixed split, and how far the slider goes', () => {
  const fixed = {
    share: 0.7,
    onShare: ignore,
    shown: 0,
    draws: 5,
    onShown: ignore,
    validation: 40,
    pinned: 100,
    total: 100,
    test: 0,
  };
  const all = markup(<SplitControl {...fixed} training={60} />);
  expect(all).toContain('Every seed uses the same split.');
  expect(all).not.toContain('slider');
  const free = markup(<SplitControl {...fixed} pinned={0} training={60} />);
  expect(free).toContain('From 10\u00a0% to 90\u00a0%.');
  const subset = markup(<SplitControl {...fixed} training={20} />);
  expect(subset).not.toContain('the same split');
  expect(subset).toContain('each seed draws which training pictures it uses');
  expect(all).not.toContain('set aside');
  expect(markup(<SplitControl {...fixed} test={8} training={60} />)).toContain('8 set aside for the test');
});

it('covers a picture of a locked test set, and shows it once the set is open', () => {
  const thumbnail = (locked: boolean) =>
    markup(
      <Thumbnail
        picture={{ id: 'a', hash: 'a', name: 'a.png', classId: 'cat', group: 'a', pin: null, test: true }}
        url="blob:a"
        side={null}
        wrongLabel={null}
        contradicted={false}
        locked={locked}
        tabbable
        onOpen={ignore}
        onKeyDown={ignore}
      />,
    );
  expect(thumbnail(true)).toContain('aria-label="a.png, set aside for the test, locked"');
  expect(thumbnail(true)).not.toContain('blob:a');
  expect(thumbnail(false)).toContain('blob:a');
  expect(thumbnail(false)).not.toContain('locked');
});
