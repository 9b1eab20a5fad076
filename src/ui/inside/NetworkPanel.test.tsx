import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { predict, step, strip, view } from './network.fixture';
import { trained } from './trained.fixture';
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
/** Terms without the buttons that explain them. */
const plain = (html: string) => html.replaceAll(/<span[^>]*class="lab-word"[^>]*>([^<]*)<\/span>/g, '$1');

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
    expect(said({})).toContain('It answers cat 80.0\u00a0%, dog 20.0\u00a0%.');
    expect(said({ stepStage: 3 })).not.toContain('It answers');
  });
  it('announces nothing while it plays, nor while a training runs', () => {
    expect(said({})).toContain(': 1, Forward');
    expect(said({ playing: true })).not.toContain(': 1, Forward');
    expect(said({ canStep: false })).not.toContain(': 1, Forward');
  });
  it('draws the weights it starts from, and after the update the new ones', () => {
    const positive = (stepStage: 0 | 2 | 3) => {
      const html = said({ stepStage, strip: null, step: { ...step, arms: step.arms.slice(0, 1) } });
      return times(html.slice(html.indexOf('net-drawing')), 'data-sign="positive"');
    };
    expect(positive(0)).toBe(positive(2));
    expect(positive(3)).toBeLessThan(positive(0));
  });
  it('draws a step of the core from where the last one ended', () => {
    const inspector = trained();
    const network = inspector.network(1);
    const [first, second] = [inspector.step(1, true), inspector.step(1, false)];
    const wires = (shown: typeof first, stepStage: 0 | 3) =>
      said({ view: network, step: shown, stepStage, strip: null, classNames: ['a', 'b', 'c'] }).match(
        /net-wire"[^>]* d="[^"]*"/g,
      );
    const withoutArm = (shown: typeof first) => shown && { ...shown, arms: shown.arms.slice(0, 1) };
    expect(wires(withoutArm(second), 0)).toEqual(wires(withoutArm(first), 3));
    expect(wires(withoutArm(second), 3)).not.toEqual(wires(withoutArm(second), 0));
  });
  it('marks a label made wrong on purpose with a word, and tells it in the name', () => {
    expect(said({})).not.toContain('net-thumb-wrong');
    const html = said({ step: { ...step, trueLabels: [1, 1] } });
    expect(times(html, 'class="net-thumb-wrong">wrong<')).toBe(1);
    expect(html).toContain('aria-label="picture 7, given label “cat”, made wrong on purpose (it is “dog”)"');
    expect(html).toContain('says “cat” with 80.0\u00a0%; given label “cat”, made wrong on purpose');
  });
  it('says that it is to come', () =>
    expect(said({ step: { ...step, isTaken: false } })).toContain('Step 1 of 8 of epoch 6, the next to come'));
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
    strip: {
      ...strip,
      layer: 'features',
      arms: strip.arms.map((arm) => ({ ...arm, masks: [[true, false, false, true]] })),
    },
  });
  expect(html).not.toContain('Hidden layer');
  expect(html).toContain('The grid shows the 4 features of the drawing, hollow where dropped.');
  expect(html).toContain('class="net-wire"');
});

describe('the strip', () => {
  it('counts the sub-networks, and of the other side tells that it has none', () => {
    const html = said({});
    expect(plain(html)).toContain(
      '7,776 masks drawn so far,</strong> a sub-network each. 198 different ones among the latest',
    );
    expect(html).toContain('Each grid shows the 3 hidden units of the drawing, hollow where dropped.');
    expect(times(html, 'Always the same network')).toBe(1);
  });
  it('is always the same network where dropout has nothing to act on', () => {
    const own = trained({ dropoutAt: 'hidden', hidden: 0 });
    const html = said({ view: own.network(1), strip: own.strip(1), step: null, classNames: ['a', 'b', 'c'] });
    expect(times(html, 'Always the same network:</strong> nothing is ever dropped.')).toBe(2);
  });
  it('does not say so at the start, when no mask is drawn yet', () => {
    const own = trained();
    const html = said({ view: own.network(0), strip: own.strip(0), step: null, classNames: ['a', 'b', 'c'] });
    expect(times(html, 'Always the same network')).toBe(1);
    expect(times(html, 'No masks drawn yet:</strong> nothing is trained.')).toBe(1);
  });
  it('shows features where these alone are dropped', () => {
    const own = trained({ dropoutAt: 'input' });
    const html = said({ view: own.network(1), strip: own.strip(1), step: null, classNames: ['a', 'b', 'c'] });
    expect(html).toContain('Each grid shows the 4 features of the drawing, hollow where dropped.');
  });
});

it('predicts with all units on', () => {
  const html = said({ mode: 'predict', strip: null });
  expect(times(html, 'All units are on.')).toBe(2);
  expect(html).toContain('Comes out even: 1.25 against 1.24');
  expect(plain(html)).toContain('mean of 24 trained sub-networks');
  expect(html).toContain('The input of one output unit, for this picture, from the hidden units:');
  expect(html).toContain('The masks on the features are left out of this sum');
  expect(times(html, 'data-dropped="true"')).toBe(1);
});

it('says of no network that it was trained before it is', () => {
  const html = said({ mode: 'predict', predict: trained().predict(0, 13), strip: null, classNames: ['a', 'b', 'c'] });
  expect(times(html, 'Nothing is trained yet')).toBe(2);
  expect(html).not.toContain('while it trained');
  expect(html).not.toContain('left out of this sum');
});
