import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { predict, step, strip, view } from './network.fixture';
import { NetworkPanel, type NetworkPanelProps } from './NetworkPanel';

const ignore = () => undefined;
const props: NetworkPanelProps = {
  view,
  classNames: ['cat', 'dog'],
  armNames: ['without dropout', 'with dropout'],
  mode: 'masks',
  step,
  stepStage: 0,
  playing: false,
  predict,
  strip,
  shownInBatch: 0,
  pictureOf: (row) => ({ url: `blob:${row}`, name: `picture ${row}` }),
  picker: null,
  canStep: true,
  onMode: ignore,
  onStep: ignore,
  onPlay: ignore,
  onShownInBatch: ignore,
};

const said = (change: Partial<NetworkPanelProps>) =>
  renderToStaticMarkup(
    <MantineProvider>
      <NetworkPanel {...props} {...change} />
    </MantineProvider>,
  );
const times = (html: string, what: string) => html.split(what).length - 1;

it('waits for a training', () => {
  const html = said({ view: null, step: null });
  expect(html).toContain('Train first; then the networks of the first seed show here.');
  expect(html).not.toContain('<svg');
});

describe('a step', () => {
  it('draws the masks of the chosen picture only', () => {
    // Units of the drawing, and one of the key; grids of dots come on top.
    const drawn = (shownInBatch: number) => times(said({ strip: null, shownInBatch }), 'data-dropped="true"') - 1;
    expect(drawn(0)).toBe(3);
    expect(drawn(1)).toBe(5);
    expect(said({ shownInBatch: 1 })).toContain('15 of 32 hidden units and 58 of 120 features dropped');
  });
  it('keeps to the batch when it is smaller than the one before', () =>
    expect(said({ shownInBatch: 30 })).toContain(
      'aria-label="picture 9, labelled dog" title="picture 9, labelled dog"',
    ));
  it('names its stage, once', () => {
    expect(times(said({}), 'aria-current="step"')).toBe(1);
    expect(said({ stepStage: 2 })).toContain('Step 1 of 8 of epoch 6: 3, Backward');
  });
  it('shows no answers from before beside updated weights', () => {
    expect(said({})).toContain('It answers cat 80');
    expect(said({ stepStage: 3 })).not.toContain('It answers');
  });
  it('announces nothing while it plays', () => expect(said({ playing: true })).not.toContain(': 1, Forward'));
  it('is not there before the first', () => {
    const html = said({ step: null });
    expect(html).toContain('All units are shown; a step draws masks.');
    expect(html).not.toContain('aria-current');
  });
  it('waits for the training', () =>
    expect(said({ canStep: false })).toContain('Pause or wait for the end of the training to step.'));
});

it('draws a head without a hidden layer', () => {
  const flat = { first: new Float32Array(), last: Float32Array.from({ length: 8 }, (_, i) => Math.cos(i)) };
  const html = said({
    view: {
      ...view,
      sample: { ...view.sample, hidden: [] },
      sizes: { ...view.sizes, hidden: 0 },
      arms: view.arms.map(({ rate }) => ({ rate, ...flat })),
    },
    step: null,
  });
  expect(html).not.toContain('Hidden units');
  expect(html).toContain('Without a hidden layer there are no hidden units to show.');
  expect(html).toContain('class="net-wire"');
});

it('counts the sub-networks, and of the other side tells that it has none', () => {
  const html = said({});
  expect(html).toContain('7,776 masks drawn so far');
  expect(html).toContain('2 different ones among the latest 3.');
  expect(html).toContain('Always the same network');
});

it('predicts with all units on', () => {
  const html = said({ mode: 'predict', strip: null });
  expect(times(html, 'All units are on.')).toBe(2);
  expect(html).toContain('Comes out even: 1.25 against 1.24');
  expect(html).toContain('mean of 24 trained sub-networks');
  expect(times(html, 'data-dropped="true"')).toBe(1);
});
