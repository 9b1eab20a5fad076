import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { experiment } from '../../core/inside/head.fixture';
import { AnswersPanel } from './AnswersPanel';
import { KnockOutPanel } from './KnockOutPanel';
import { MonteCarloPanel } from './MonteCarloPanel';
import { SimilarityCharts } from './SimilarityCharts';
import { SimilarityPanel } from './SimilarityPanel';
import { SweepPanel } from './SweepPanel';
import { trained } from './trained.fixture';

const ignore = () => undefined;
const said = (panel: ReactElement) => renderToStaticMarkup(<MantineProvider>{panel}</MantineProvider>);

it('asks for the knock-out test, and tells that it runs', () => {
  expect(said(<KnockOutPanel view={null} busy={false} onAsk={ignore} />)).toContain('Run the knock-out test');
  const busy = said(<KnockOutPanel view={null} busy onAsk={ignore} />);
  expect(busy).toContain('Working it out');
  expect(busy).not.toContain('Run the knock-out test');
});

it('tables the knock-out test with real shares and the numbers of neurons', async () => {
  const view = await trained({ hidden: 3 }).knockOut(1, () => true);
  const html = said(<KnockOutPanel view={view} busy={false} onAsk={ignore} />);
  expect(html.match(/<th scope="row">[^<]*/g)?.map((cell) => cell.replace(/.*>/, ''))).toEqual([
    '0\u00a0%',
    '33.3\u00a0%',
    '66.7\u00a0%',
    '100\u00a0%',
  ]);
  for (const removed of [0, 1, 2, 3]) expect(html).toContain(`<td>${removed} of 3</td>`);
});

it('speaks of intervals in the similarity charts only over several seeds', async () => {
  const table = async (seeds: number) => {
    const inspector = trained({ trials: experiment.trials.slice(0, seeds) });
    const course = await inspector.similarityCourse(1, 'weights', () => true);
    return course ? said(<SimilarityCharts course={course} />) : '';
  };
  expect(await table(3)).toContain('After each epoch, mean over 3 seeds and 95 % interval');
  expect(await table(1)).toContain('<caption>After each epoch, 1 seed</caption>');
});

it('compares nothing without a hidden layer', () => {
  const view = { epoch: 9, kind: 'weights', units: 0, matrices: [] } as const;
  const html = said(
    <SimilarityPanel kind="weights" onKind={ignore} view={view} course={null} busy={false} onAsk={ignore} />,
  );
  expect(html).toContain('There is no hidden layer, so there is nothing to compare.');
  expect(html).not.toContain('<canvas');
});

it('draws the passes of one picture in words too', () => {
  const passes = [0.1, 0.9].map((p) => Float32Array.of(p - 0.05, p, p + 0.05));
  const still = { whole: [0.2, 0.8], passes: [] };
  const view = { epoch: 9, row: 0, passes: 3, rate: 0.5, arms: [still, { whole: [0.1, 0.9], passes }] };
  const html = said(
    <MonteCarloPanel
      view={view}
      busy={false}
      classNames={['Plants', 'Animals']}
      className="Animals"
      picker={null}
      onAsk={ignore}
    />,
  );
  expect(html).toContain('aria-label="Animals: 85\u00a0% to 95\u00a0% in 90 % of the passes; single answer 90\u00a0%"');
  expect(html).toContain('No masks: one answer, every time.');
});

it('counts the answers in a table whose cells can be selected', () => {
  const arm = { accuracy: 0.5, predicted: [0, 0], confidence: [0.9, 0.6] };
  const html = said(
    <AnswersPanel
      view={{ epoch: 9, rows: [0, 1], arms: [arm] }}
      classNames={['Plants', 'Animals']}
      pictureOf={() => ({ url: 'blob:a', name: 'a.jpg' })}
      labels={Int32Array.of(0, 1)}
      armNames={['without dropout']}
    />,
  );
  expect(html).toContain('aria-label="1 picture of Animals, answered Plants"');
  expect(html).toContain('Without dropout');
});

it('says why a sweep cannot start, and counts one that runs', () => {
  const sweep = (props: Partial<Parameters<typeof SweepPanel>[0]>) =>
    said(
      <SweepPanel
        sweep={{ phase: 'none' }}
        seeds={5}
        blocked={null}
        isOutdated={false}
        onStart={ignore}
        onStop={ignore}
        {...props}
      />,
    );
  expect(sweep({ blocked: 'Training is under way.' })).toContain('Training is under way.');
  const running = sweep({ sweep: { phase: 'running', epoch: 3, epochs: 30, runs: 50 } });
  expect(running).toContain('Epoch 3 of 30, 50 runs at once');
  expect(running).toContain('Stop');
});
