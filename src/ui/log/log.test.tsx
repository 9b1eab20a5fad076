import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { logEntry } from '../../core/log/logEntry.fixture';
import type { LogEntry } from '../../core/log/logEntry';
import { LogComparison } from './LogComparison';
import type { HeadsUse } from './LogActions';
import { LogView } from './LogView';
import { logCharts } from './logChart';

const ignore = () => undefined;
const said = (log: readonly LogEntry[], paused: string | null = null, heads: Readonly<Record<string, HeadsUse>> = {}) =>
  renderToStaticMarkup(
    <MantineProvider>
      <LogView
        log={log}
        paused={paused}
        headsOf={(id) => heads[id] ?? 'not kept'}
        head={{ title: '', learner: '' }}
        onHead={ignore}
        answer={null}
        onNote={ignore}
        onPin={ignore}
        onUse={ignore}
        onUseHeads={ignore}
        onRemove={ignore}
        onSave={() => Promise.resolve()}
      />
    </MantineProvider>,
  );

const numbered = (n: number, more: Parameters<typeof logEntry>[0] = {}) =>
  logEntry({ id: `run-${n}`, number: n, ...more });
const order = (html: string) => [...html.matchAll(/<h4[^>]*>Experiment (\d+)</g)].map((found) => Number(found[1]));

it('invites while there is nothing, and takes one', () => {
  expect(said([])).toContain('No experiment yet. Press Train');
  const html = said([numbered(1)]);
  expect(order(html)).toEqual([1]);
  expect(html).toContain('There is no earlier one');
});

it('has the newest first, pinned ones before them, and ten of two hundred', () => {
  expect(order(said([numbered(1), numbered(2, { pinned: true }), numbered(3)]))).toEqual([2, 3, 1]);
  const html = said(Array.from({ length: 200 }, (_, i) => numbered(i + 1)));
  expect(order(html)).toHaveLength(10);
  expect(order(html)[0]).toBe(200);
  expect(html).toContain('Show 10 more of 200');
});

it('opens the newest and the pinned ones; the others are one row with what differed, both finals and the note', () => {
  const html = said([
    numbered(1, { pinned: true }),
    numbered(2, { set: { dropout: 0.2 }, note: 'First line\nsecond line' }),
    numbered(3),
  ]);
  const open = [...html.matchAll(/aria-label="Details of (Experiment \d)" aria-expanded="(true|false)"/g)];
  expect(open.map(([, title, isOpen]) => [title, isOpen])).toEqual([
    ['Experiment 1', 'true'],
    ['Experiment 3', 'true'],
    ['Experiment 2', 'false'],
  ]);
  const row = html.slice(html.indexOf('Details of Experiment 2')).replace(/<[^>]*>/g, ' ');
  expect(row).toContain('Dropout rate: 0.5 → 0.2');
  expect(row).toMatch(/Validation\s+71\.0\u00a0% \/ 79\.0\u00a0%/);
  expect(row).toContain('Cannot tell with this much data');
  expect(row).not.toContain('includes zero');
  expect(row).toContain('First line');
  expect(row).not.toContain('second line');
});

it('offers heads that are kept, and marks those in use', () => {
  const log = ['a', 'b', 'c', 'd'].map((id, i) => logEntry({ id, number: i + 1, pinned: true }));
  const html = said(log, null, { a: 'kept', b: 'in use', d: 'busy' });
  expect([...html.matchAll(/Use these heads: Experiment (\d)/g)].map((found) => found[1])).toEqual(['4', '1']);
  expect(html.match(/<button[^>]*disabled=""[^>]*Use these heads: Experiment 4/)).not.toBeNull();
  expect(html.match(/heads in use at stations 7 and 8/g)).toHaveLength(1);
});

it('marks what differs from the one before, in words too', () => {
  const html = said([numbered(1), numbered(2, { set: { dropout: 0.2 } })]);
  expect(html.replace(/<[^>]*>/g, '')).toMatch(/Differs from Experiment 1:◆Dropout rate: was 0\.5 , now\s+0\.2/);
  expect(said([numbered(1), numbered(2)])).toContain('Nothing differs from Experiment 1.');
});

it('says how each one ended, and removes none that runs', () => {
  const running = numbered(4, { phase: 'running', set: { epochs: 9 } });
  const html = said([
    numbered(1, { phase: 'stopped', set: { epochs: 9 } }),
    numbered(2, { phase: 'failed', reason: 'The worker crashed.' }),
    numbered(3, { phase: 'interrupted', set: { epochs: 9 }, pinned: true }),
    running,
  ]);
  for (const words of [
    'Stopped at epoch 2 of 9',
    'The worker crashed.',
    'written down here up to epoch 2 of 9',
    'Running: epoch 2 of 9',
  ])
    expect(html).toContain(words);
  expect(html).toContain('Remove Experiment 3');
  expect(html).not.toContain('Remove Experiment 4');
  expect(said([running], running.id)).toContain('Paused: epoch 2 of 9');
});

it('warns where two are not comparable', () => {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <LogComparison first={numbered(1)} second={numbered(2, { picturesDigest: 'other' })} onClose={ignore} />
    </MantineProvider>,
  );
  expect(html).toMatch(/data-tone="warn".*Not comparable by their numbers/);
});

it('draws four curves a side on one axis, and ends each where it ended', () => {
  const [without, withDropout] = logCharts(numbered(1), numbered(2, { epochs: 1 }));
  expect(without?.lines.map(({ label }) => label)).toEqual([
    '1: training',
    '1: validation',
    '2: training',
    '2: validation',
  ]);
  expect(without?.points.map(({ values }) => values.map((value) => value !== null))).toEqual([
    [true, true, true, true],
    [true, true, false, false],
  ]);
  expect(without?.yAxis).toEqual(withDropout?.yAxis);
  expect(withDropout?.summary).toContain('Experiment 2 after epoch 1');
});
