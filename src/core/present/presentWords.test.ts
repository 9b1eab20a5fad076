import { describe, expect, it } from 'vitest';
import { frameOf } from '../curves';
import { run, score } from '../history.fixture';
import { presets } from '../presets';
import { defaultSettings } from '../settings';
import { curveName, figureOf, setUpWords, spokenSeconds } from './presentWords';

describe('the words of the presenter’s view', () => {
  it('writes a mean over the seeds', () => {
    const frame = frameOf({ ...defaultSettings, seeds: 2 });
    const runs = [
      run(score(1, 0.1), score(0.6, 1)),
      run(score(1, 0.1), score(0.7, 2)),
      run(score(0.8, 0.5), score(0.75, 0.5)),
      run(score(0.9, 0.5), score(0.75, 0.7)),
    ];
    const metrics = { epoch: 3, runs };
    expect(figureOf(frame, metrics, { arm: 0, curve: 'validation' }, 'accuracy')).toBe('65.0\u00a0%');
    expect(figureOf(frame, metrics, { arm: 1, curve: 'training' }, 'accuracy')).toBe('85.0\u00a0%');
    expect(figureOf(frame, metrics, { arm: 1, curve: 'validation' }, 'loss')).toBe('0.60');
    expect(curveName({ arm: 1, curve: 'validation' }, 'loss')).toBe('Validation loss with dropout');
  });

  it('names a set-up by its digit', () => {
    expect(setUpWords({ ...defaultSettings, seeds: 1, dropout: 0.5 }, presets[1])).toBe(
      'Set-up 2, Few pictures: dropout 50\u00a0%, 1 seed',
    );
    expect(setUpWords({ ...defaultSettings, seeds: 7, dropout: 0.125 }, undefined)).toBe(
      'Own set-up: dropout 12.5\u00a0%, 7 seeds',
    );
  });

  it('says few of the seconds', () => {
    const said = Array.from({ length: 31 }, (_, left) => spokenSeconds(left, 30)).filter(Boolean);
    expect(said).toEqual([
      '1 second left',
      '2 seconds left',
      '3 seconds left',
      '5 seconds left',
      '10 seconds left',
      '30 seconds left',
    ]);
  });
});
