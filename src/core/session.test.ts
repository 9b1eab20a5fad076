import { describe, expect, it } from 'vitest';
import type { EpochMetrics } from './metrics';
import { reduceTraining, type Training } from './session';
import { emptySession as session } from './session.fixture';

const epoch = (n: number): EpochMetrics => ({ epoch: n, runs: [] });
const started = reduceTraining({ phase: 'none' }, { type: 'started', session });
const done = (state: Training, ...epochs: number[]) =>
  reduceTraining(state, { type: 'epochs done', epochs: epochs.map(epoch), runStepsPerSecond: 10 });

describe('a training', () => {
  it('ends as finished with all its epochs, as stopped with fewer', () => {
    expect(reduceTraining(done(started, 1, 2), { type: 'ended' }).phase).toBe('finished');
    expect(reduceTraining(done(started, 1), { type: 'ended' }).phase).toBe('stopped');
  });

  it('pauses, takes the epoch that was under way, and resumes', () => {
    const paused = done(reduceTraining(started, { type: 'paused' }), 1);
    expect(paused.phase).toBe('paused');
    expect(reduceTraining(paused, { type: 'resumed' }).phase).toBe('running');
  });

  it('keeps what it has when it fails, and ignores what comes late', () => {
    const failed = reduceTraining(done(started, 1), { type: 'failed', reason: 'why' });
    expect(failed).toMatchObject({ phase: 'failed', reason: 'why', session: { history: [epoch(1)] } });
    expect(done(failed, 2)).toBe(failed);
    expect(done({ phase: 'none' }, 1)).toEqual({ phase: 'none' });
  });
});
