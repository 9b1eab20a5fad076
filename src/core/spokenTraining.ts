import { plural, t } from '@lingui/core/macro';
import { mean } from 'd3-array';
import { runsOfArm } from './curves';
import { percent } from './figures';
import type { Session, Training } from './session';
import { verdictOf } from './verdict';

/** How often a training is spoken of while it runs, at most: more would only pile up. */
const times = 10;

/**
 * What is said of a training as it goes, for people who do not see the curves grow: its start, a summary after each
 * tenth of the epochs, and the verdict at its end. Empty where there is nothing to say: no training, or one that was
 * brought back.
 */
export function spokenTraining(training: Training): string {
  if (training.phase === 'none' || training.session.isRestored) return '';
  const { session } = training;
  switch (training.phase) {
    case 'running': {
      const every = Math.ceil(session.experiment.epochs / times);
      const spoken = Math.floor(session.history.length / every) * every;
      return spoken === 0 ? beginWords(session) : epochWords(session, spoken);
    }
    case 'paused':
      return joined(t`Training is paused.`, epochWords(session, session.history.length));
    case 'stopped':
      return joined(t`Training was stopped.`, verdictWords(session, 'stopped'));
    case 'finished':
      return joined(t`Training is done.`, verdictWords(session, 'finished'));
    case 'failed':
      return joined(t`Training has failed.`, training.reason);
    default:
      return training satisfies never;
  }
}

const joined = (...sentences: readonly string[]) => sentences.filter((sentence) => sentence !== '').join(' ');

function beginWords({ experiment }: Session): string {
  const epochs = plural(experiment.epochs, { one: '# epoch', other: '# epochs' });
  const seeds = plural(experiment.trials.length, { one: '# seed', other: '# seeds' });
  return t`Training has begun: ${epochs}, ${seeds}.`;
}

function epochWords({ experiment, history }: Session, epoch: number): string {
  const metrics = history[epoch - 1];
  if (!metrics) return '';
  const score = (arm: number, side: 'train' | 'validation') =>
    percent(mean(runsOfArm(experiment, metrics, arm), (run) => run[side].accuracy) ?? Number.NaN);
  const { epochs } = experiment;
  const [without, withDropout] = [score(0, 'validation'), score(1, 'validation')];
  const [trainWithout, trainWith] = [score(0, 'train'), score(1, 'train')];
  return t`Epoch ${epoch} of ${epochs}. Validation accuracy: ${without} without dropout, ${withDropout} with it. Training accuracy: ${trainWithout} and ${trainWith}.`;
}

function verdictWords({ experiment, history, labels, settings, splitFixed }: Session, phase: 'stopped' | 'finished') {
  return verdictOf({ experiment, history, phase, labels, noise: settings.noise, splitFixed })?.headline ?? '';
}
