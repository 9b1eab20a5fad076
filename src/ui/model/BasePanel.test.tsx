import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BaseState } from '../../core/baseState';
import { bundled, catalogue, type BaseCard } from '../../core/catalogue';
import type { EngineReport } from '../../core/engine';
import { BasePanel } from './BasePanel';

const ignore = () => undefined;
const report: EngineReport = { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 };
const hub = catalogue.find((card) => card.origin.kind === 'hub') ?? bundled;

const said = (state: BaseState, card: BaseCard = bundled, engine: EngineReport | null = report) =>
  renderToStaticMarkup(
    <MantineProvider>
      <BasePanel
        card={card}
        state={state}
        canChoose
        dimension={120}
        engine={engine}
        choice="auto"
        addressError={null}
        onEngine={ignore}
        onMeasureAgain={ignore}
        onCancel={ignore}
        onContinue={ignore}
        onFetch={ignore}
        onUseBundled={ignore}
        onAddress={ignore}
        onFiles={ignore}
        onChoose={ignore}
      />
    </MantineProvider>,
  );

it('warms up in words that hold for every engine', () => {
  expect(said({ phase: 'warming', done: 1, total: 4 })).toContain('step 1 of 4; this may take some seconds, once');
});

it('says how many pictures are ready in the words that tests wait for', () => {
  const ready = { phase: 'ready', pictures: 324, copies: 648, report, perSecond: 75, reused: 0 } as const;
  expect(said(ready)).toMatch(/<output[^>]*>324 pictures, 120 features each<\/output>/);
});

describe('a base that is not here', () => {
  it('is asked for before anything leaves the page', () => {
    const asked = said({ phase: 'asking' }, hub);
    expect(asked).toContain('tfhub.dev');
    expect(asked).toContain('Your pictures never go along.');
    expect(asked).toContain('Fetch it (1.9 MB)');
    expect(asked).toContain('Use the bundled base instead');
    expect(asked).toContain('Another address');
  });

  it('leaves ways out when it fails, which the bundled one does not need', () => {
    const failed = { phase: 'failed', reason: 'tfhub.dev did not answer.' } as const;
    expect(said(failed, hub)).toContain('Load it from files');
    expect(said(failed)).toContain('Try again');
    expect(said(failed)).not.toContain('bundled base instead');
  });
});

it('tells engines apart that were measured, and a chip of 16 bits', () => {
  const measured = [
    { engine: 'webgl', picturesPerSecond: 212.4 },
    { engine: 'wasm', picturesPerSecond: 7.62 },
  ] as const;
  const both = said({ phase: 'idle' }, bundled, { ...report, engine: 'webgl', measured, bits: 16 });
  expect(both).toContain('212');
  expect(both).toContain('7.6');
  expect(both).toContain('16 bits');
  expect(said({ phase: 'idle' })).not.toContain('pictures a second');
});
