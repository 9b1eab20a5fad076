import { describe, expect, it } from 'vitest';
import type { EpochMetrics, RunMetrics } from './metrics';
import { emptySession } from './session.fixture';
import type { Session, Training } from './session';
import { spokenTraining } from './spokenTraining';

const run = (validation: number, train: number): RunMetrics => ({
  train: { loss: 0.5, accuracy: train },
  validation: { loss: 0.7, accuracy: validation },
  seen: { loss: 0.6, accuracy: train },
});

/** One seed, both sides; the side without dropout scores .6 on the validation pictures, the other one .7. */
const epochs = (n: number): readonly EpochMetrics[] =>
  Array.from({ length: n }, (_, i) => ({ epoch: i + 1, runs: [run(0.6, 1), run(0.7, 0.9)] }));

const trial = {
  seed: 0,
  training: Int32Array.of(0),
  validation: Int32Array.of(1),
  givenLabels: Int32Array.of(0, 1),
  copies: new Int32Array(),
};

function session(done: number, planned = 60): Session {
  return {
    ...emptySession,
    labels: Int32Array.of(0, 1),
    experiment: {
      ...emptySession.experiment,
      arms: [
        { name: 'without dropout', dropoutRate: 0 },
        { name: 'with dropout', dropoutRate: 0.5 },
      ],
      trials: [trial],
      epochs: planned,
    },
    history: epochs(done),
  };
}

const running = (done: number, planned?: number): Training => ({ phase: 'running', session: session(done, planned) });

describe('a training in spoken words', () => {
  it('begins with what is planned', () => {
    expect(spokenTraining({ phase: 'none' })).toBe('');
    expect(spokenTraining(running(0))).toBe('Training has begun: 60 epochs, 1 seed.');
    expect(spokenTraining(running(5))).toBe(spokenTraining(running(0)));
  });

  it('speaks after each tenth of the epochs, not in between', () => {
    expect(spokenTraining(running(6))).toBe(
      'Epoch 6 of 60. Validation accuracy: 60.0\u00a0% without dropout, 70.0\u00a0% with it. Training accuracy: 100\u00a0% and 90.0\u00a0%.',
    );
    expect(spokenTraining(running(11))).toBe(spokenTraining(running(6)));
    expect(new Set(Array.from({ length: 61 }, (_, done) => spokenTraining(running(done)))).size).toBe(11);
    expect(spokenTraining(running(3, 5))).toMatch(/^Epoch 3 of 5/);
  });

  it('ends with the verdict, and tells of a pause and a failure', () => {
    expect(spokenTraining({ phase: 'finished', session: session(60) })).toMatch(
      /^Training is done\. One run proves nothing: .*10\.0 points higher with dropout\.$/,
    );
    expect(spokenTraining({ phase: 'stopped', session: session(0) })).toBe('Training was stopped.');
    expect(spokenTraining({ phase: 'paused', session: session(7) })).toMatch(/^Training is paused\. Epoch 7 of 60/);
    expect(spokenTraining({ phase: 'failed', reason: 'No memory.', session: session(7) })).toBe(
      'Training has failed. No memory.',
    );
  });

  it('is silent about a training of an earlier visit', () => {
    expect(spokenTraining({ phase: 'finished', session: { ...session(60), isRestored: true } })).toBe('');
  });
});
