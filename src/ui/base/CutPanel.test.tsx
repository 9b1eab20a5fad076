import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type CutChoice, fitCut } from '../../core/base';
import type { InsightState } from '../../core/baseState';
import { bundledAnatomy as anatomy } from '../../core/bundledAnatomy';
import { CutPanel } from './CutPanel';

const ignore = () => undefined;
const picture = { id: 'a', name: 'rex.jpg', classId: 'dogs', url: 'blob:a' };
const map = { channel: 57, values: Uint8Array.from({ length: 49 }, (_, i) => (i === 0 ? 255 : 0)) };
const responses = anatomy.blocks.map(() => ({ side: 7, maps: [map] }));
const ready: InsightState = { phase: 'ready', insight: { recognition: null, responses } };

function said(choice: Partial<CutChoice>, insight: InsightState = ready, shown: typeof picture | null = picture) {
  const asked: CutChoice = { cut: 0, join: 0, pooling: 'average', ...choice };
  return renderToStaticMarkup(
    <MantineProvider>
      <CutPanel
        anatomy={anatomy}
        cut={fitCut(anatomy, 15, asked).cut}
        choice={asked}
        defaultBlock={15}
        trainable={(features) => features * 32 + 131}
        insight={insight}
        picture={shown}
        classes={shown ? [{ id: 'dogs', name: 'dogs', pictureId: shown.id }] : []}
        onChange={ignore}
        onPicture={ignore}
        onStepPicture={ignore}
        onLook={ignore}
      />
    </MantineProvider>,
  );
}

it('says in words where the line is and what the cut comes to', () => {
  const html = said({});
  expect(html).toContain('aria-valuetext="after block 16 of 17, expanded_conv_14, 120 channels of 7 x 7"');
  expect(html).toContain('1,692,984 in the base stay as they are, 3,971 in the head are learned here.');
  expect(html).toContain('Responds most in this part of the picture: upper left');
  expect(html).toContain('channel 58');
});

it('counts the head on the features of a joined cut', () => {
  expect(said({ cut: 17, join: 12 })).toContain(`${(568 * 32 + 131).toLocaleString('en')} in the head`);
});

it('names what of a choice this base cannot do', () => {
  expect(said({ cut: 3, pooling: 'flatten' })).toContain('They are averaged instead.');
});

describe('without maps', () => {
  it('waits for pictures', () => expect(said({}, { phase: 'none' }, null)).toContain('No pictures yet.'));
  it('looks when asked', () => expect(said({}, { phase: 'none' })).toContain('Look through the base'));
  it('tells that it looks', () => expect(said({}, { phase: 'looking' })).toContain('Looking through the base …'));
  it('can look again', () => {
    const failed = said({}, { phase: 'failed', reason: 'The graphics card was lost.' });
    expect(failed).toContain('The graphics card was lost.');
    expect(failed).toContain('Look again');
  });
});
