import { t } from '@lingui/core/macro';
import type { Frame } from '../../core/curves';
import { spotlights, type PresentState } from '../../core/present/presentState';
import { curveName, figureOf } from '../../core/present/presentWords';
import type { Preset } from '../../core/presets';
import type { Session, Training } from '../../core/session';
import type { HeadlineProps } from '../../ui/present/Headline';

interface HeadlineGiven {
  readonly state: PresentState;
  readonly phase: Training['phase'];
  /** What is on the screen; null: the frame of what can be trained next. */
  readonly session: Session | null;
  /** Epochs that the room sees. */
  readonly shown: number;
  /** The set-up that the settings are; undefined: none. */
  readonly chosen: Preset | undefined;
  /** Once it is over; null before, and without an epoch. */
  readonly verdict: string | null;
  readonly failure: string | null;
}

/** What is said above the charts. Nothing of what is held back. */
export function headlineOf(given: HeadlineGiven): HeadlineProps {
  const { state, phase, session, shown, chosen, verdict, failure } = given;
  const frozen = state.cover.kind === 'frozen' ? state.cover.at : null;
  if (frozen !== null)
    return {
      kind: 'sentence',
      main: t`What happens next?`,
      besides: frozenWords(frozen, phase, session),
      isLoud: true,
    };
  if (!session) return readyWords(chosen);
  const metrics = session.history[shown - 1];
  const { epochs } = session.experiment;
  if (failure !== null)
    return { kind: 'sentence', main: t`Training failed: ${failure}`, besides: t`Space trains again.` };
  if (!metrics)
    return {
      kind: 'sentence',
      main: t`Both sides start from the same weights.`,
      besides: t`The first epoch is under way.`,
    };
  const lit = state.spotlight === null ? undefined : spotlights[state.spotlight];
  const figure = (frame: Frame, arm: 0 | 1) => ({
    name: curveName({ arm, curve: 'validation' }, state.measure),
    value: figureOf(frame, metrics, { arm, curve: 'validation' }, state.measure),
  });
  const { epoch } = metrics;
  if (lit)
    return {
      kind: 'spotlight',
      arm: lit.arm,
      name: curveName(lit, state.measure),
      value: figureOf(session.experiment, metrics, lit, state.measure),
      epoch,
      epochs,
    };
  const isLatest = shown >= session.history.length;
  if (verdict !== null && isLatest && state.cover.kind === 'none')
    return { kind: 'sentence', main: verdict, besides: '' };
  return {
    kind: 'figures',
    epoch,
    epochs,
    besides: phase === 'paused' && isLatest ? t`of ${epochs}, paused` : '',
    figures: [figure(session.experiment, 0), figure(session.experiment, 1)],
  };
}

function readyWords(preset: Preset | undefined): HeadlineProps {
  return preset
    ? { kind: 'sentence', main: preset.title, besides: preset.watch[0] }
    : {
        kind: 'sentence',
        main: t`Ready to train, without dropout and with it.`,
        besides: t`Both sides start from the same weights. Which will do better on pictures that it never learned from?`,
      };
}

function frozenWords(at: number, phase: Training['phase'], session: Session | null): string {
  const come = session?.history.length ?? 0;
  const epochs = session?.experiment.epochs ?? 0;
  if (phase === 'running')
    return at === 0
      ? t`Nothing is shown yet. The training is at epoch ${come} of ${epochs}.`
      : t`Shown up to epoch ${at}. The training is at epoch ${come} of ${epochs}.`;
  return at === 0 ? t`Nothing is shown yet.` : t`Shown up to epoch ${at}.`;
}
