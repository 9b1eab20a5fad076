import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EpochScrubber, type EpochScrubberProps } from './EpochScrubber';
import { whenWords, stopWords, type BestStop } from './scrubberWords';

const stop: BestStop = {
  arm: 0,
  seeds: 5,
  epoch: 37,
  accuracy: 0.726,
  lastAccuracy: 0.722,
  lastEpoch: 60,
};

describe('the epoch of lowest validation loss', () => {
  it('is told as a mean with hindsight', () =>
    expect(stopWords(stop, 37)).toBe(
      'Over 5 seeds the validation loss without dropout was lowest on average after epoch 37. Validation accuracy 72.6\u00a0% then, 72.2\u00a0% at epoch 60. That is early stopping with hindsight, picked by these very pictures, so it flatters.',
    ));
  it('says that another epoch is shown', () =>
    expect(stopWords(stop, 36)).toMatch(/so it flatters\. Shown is epoch 36, the nearest kept\.$/));
  it('is no mean of one seed', () => {
    const words = stopWords({ ...stop, seeds: 1 }, 37);
    expect(words).toMatch(/^In this one run the validation loss without dropout was lowest after epoch 37\./);
    expect(words).not.toContain('average');
  });
  it('is no early stopping at the end', () => {
    const words = stopWords({ ...stop, epoch: 60, accuracy: 0.722 }, 60);
    expect(words).toContain(
      'lowest on average after epoch 60. That is the last so far: validation accuracy 72.2\u00a0%.',
    );
    expect(words).not.toMatch(/hindsight|then/);
  });
});

describe('the scrubber', () => {
  const said = (change: Partial<EpochScrubberProps>) =>
    renderToStaticMarkup(
      <MantineProvider>
        <EpochScrubber
          epochs={[0, 12, 24, 36, 48, 60]}
          shown={36}
          isLive={false}
          best={[stop]}
          figures={{ training: [0.9, 0.7], validation: [0.6, 0.65] }}
          onShow={() => undefined}
          {...change}
        />
      </MantineProvider>,
    );
  it('tells of the stop beside the nearest epoch kept, and of none elsewhere', () => {
    expect(said({})).toContain('Shown is epoch 36, the nearest kept.');
    expect(said({ shown: 24 })).not.toContain('lowest');
    expect(said({ shown: 60, isLive: true })).not.toContain('lowest');
  });
  it('tells the accuracies of the epoch that was gone to', () => {
    const words = 'training 90.0\u00a0% and 70.0\u00a0%, validation 60.0\u00a0% and 65.0\u00a0%.';
    expect(said({ shown: 24 })).toContain(words);
    expect(said({ isLive: true, shown: 60 })).not.toContain(words);
  });
  it('is no live region, as it would talk through a whole training', () => {
    expect(said({})).not.toMatch(/<output|aria-live|role="status"/);
    expect(said({})).toContain('aria-valuetext="after epoch 36 of 60"');
  });
  it('keeps the names of its buttons', () =>
    expect(said({}).replaceAll(/<[^>]*>/g, '')).toContain('Stop here:without\u00a0dropout,\u00a0epoch\u00a037'));
});

it('has no epoch 0 in words', () => {
  expect([0, 7].map(whenWords)).toEqual(['before the first epoch', 'after epoch 7']);
});
