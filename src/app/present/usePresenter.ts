import { t } from '@lingui/core/macro';
import { useEffect, useEffectEvent, useReducer } from 'react';
import { bundled } from '../../core/catalogue';
import { isFree } from '../../core/prepared';
import { presetOf, presets, presetSample } from '../../core/presets';
import type { Command } from '../../core/present/presentKeys';
import { atZero, primaryOf, readyingOf, type Situation } from '../../core/present/primary';
import { firstState, reducePresent, shownEpochs } from '../../core/present/presentState';
import { useLab, useLabState } from '../context';
import { presetBarred } from '../prepared/presetBarred';
import { useTrainBlocked } from '../useBlocked';

/** How often the clock is looked at, and how often more is revealed, in ms. */
const clockEvery = 200;
const revealEvery = 100;

/** How long a sentence about a key stays, in ms. */
const noteLasts = 10_000;

/** What the presenter's view knows, and everything that can be asked of it. */
export function usePresenter(toggleFullScreen: () => Promise<boolean>) {
  const lab = useLab();
  const [state, dispatch] = useReducer(reducePresent, firstState);
  const given = useLabState((s) => ({
    training: s.training,
    isPlanning: s.planning,
    pictures: s.collection.pictures.length,
    importing: s.importing,
    base: s.base,
    trouble: s.trouble,
    settings: s.settings,
    collection: s.collection,
    sample: s.sample,
    preset: s.preset,
    prepared: s.prepared,
  }));
  const cannot = useTrainBlocked();
  const situation: Situation = { ...given, maySample: isFree(given.prepared, 'samples'), cannot };
  const { training } = given;
  const isUnderWay = training.phase === 'running' || training.phase === 'paused';
  /** The frame of a set-up that is not trained yet is on the screen. */
  const isAhead = !isUnderWay && state.opened !== null && !state.opened.isNext;
  const pressed = primaryOf(situation);
  const primary = pressed === 'train again' && isAhead ? 'train' : pressed;
  const session = training.phase === 'none' || isAhead ? null : training.session;
  const come = session?.history.length ?? 0;
  const planned = session?.experiment.epochs ?? given.settings.epochs;
  const canScrub = !isAhead && training.phase !== 'running' && come > 0;
  const shown = shownEpochs(state, come);
  const isFrozen = state.cover.kind === 'frozen';
  const zero = atZero(isFrozen, primary, state.countdown.acts);

  const note = (words: string) => dispatch({ type: 'note', note: words });
  const reveal = () => dispatch({ type: 'reveal', planned, isStill: isMotionUnwelcome() });
  const train = () => {
    dispatch({ type: 'started' });
    void lab.trainer.start();
  };

  const go = () => {
    switch (primary) {
      case 'load':
        return void lab.loadSample(presetSample);
      case 'fetch again':
        return void lab.features.resume();
      case 'use bundled':
        return lab.set({ base: bundled.id });
      case 'leave':
        return lab.show('lab');
      case 'train':
      case 'train again':
        return train();
      case 'pause':
        return lab.trainer.pause();
      case 'resume':
        dispatch({ type: 'scrub', to: 'last', come });
        return lab.trainer.resume();
      case 'none':
        return note(cannot ?? t`Wait until the pictures are ready.`);
      default:
        return primary satisfies never;
    }
  };

  const scrub = (to: 'back' | 'forward' | 'first' | 'last') => {
    if (isAhead && to === 'back' && training.phase !== 'none') return dispatch({ type: 'close set-up' });
    if (training.phase === 'running') return note(t`Pause first (Space), then step through the epochs.`);
    if (isFrozen) return note(t`The charts are frozen: reveal them first (Z).`);
    if (to === 'forward' && training.phase === 'paused' && state.scrubbed === null) return lab.trainer.step();
    if (to === 'forward' && canScrub && shown >= come) return note(t`This is the latest epoch.`);
    if (!canScrub) return note(t`There are no epochs yet: train first (Space).`);
    dispatch({ type: 'scrub', to, come });
  };

  const freeze = () => {
    if (isFrozen) return reveal();
    if (!session) return note(t`There is nothing to freeze yet: train first (Space).`);
    if (session && !isUnderWay && shown >= come)
      return note(t`This is the end: go back with the left arrow and freeze there, or open a set-up.`);
    dispatch({ type: 'freeze', at: shown });
  };

  const countDown = () => {
    if (state.countdown.endsAt !== null) return dispatch({ type: 'end countdown' });
    if (training.phase === 'running' && !isFrozen) dispatch({ type: 'freeze', at: shown });
    dispatch({ type: 'count down', now: now() });
  };

  const leave = () => {
    if (state.isBlank) return dispatch({ type: 'blank' });
    if (document.fullscreenElement) return void toggleFullScreen();
    lab.show('lab');
  };

  const openSetUp = (number: number) => {
    const preset = presets[number - 1];
    const { title } = preset ?? { title: '' };
    const last = presets.length;
    if (!preset) return note(t`There is no set-up ${number}: they are 1 to ${last}.`);
    if (given.importing !== null)
      return note(t`The pictures are still coming in: wait a moment, then press ${number}.`);
    const barred = presetBarred(given, preset);
    if (barred !== null) return note(barred);
    void lab.applyPreset(preset);
    // While its splits are drawn, a training is as good as begun.
    const isBegun = isUnderWay || given.isPlanning;
    const words =
      given.pictures === 0
        ? ''
        : isBegun
          ? t`${title} is set up for the next training. This one goes on; pause and press X to end it.`
          : given.sample === presetSample
            ? t`${title} is set up: press Space to train.`
            : t`${title} is set up on the pictures at hand. It was measured on the built-in set: yours may do otherwise.`;
    dispatch({ type: 'open set-up', id: preset.id, isUnderWay: isBegun, note: words });
  };

  const press = (command: Command) => {
    switch (command) {
      case 'go':
        return go();
      case 'back':
      case 'forward':
      case 'first':
      case 'last':
        return scrub(command);
      case 'stop':
        if (training.phase !== 'paused') return note(t`Pause first (Space); then X ends the training.`);
        dispatch({ type: 'stopped' });
        return lab.trainer.stop();
      case 'freeze':
        return freeze();
      case 'countdown':
        return countDown();
      case 'spotlight':
        if (!session && state.spotlight === null)
          return note(t`There is no curve to put in the spotlight yet: train first (Space).`);
        return dispatch({ type: command });
      case 'measure':
      case 'layout':
      case 'blank':
      case 'acts':
      case 'longer':
      case 'shorter':
        return dispatch({ type: command });
      case 'set-ups':
      case 'keys':
        return dispatch({ type: 'panel', panel: state.panel === command ? null : command });
      case 'full screen':
        return void toggleFullScreen().then(
          (done) => done || note(t`The browser does not allow full screen here. Its own key may: F11, or in its menu.`),
        );
      case 'leave':
        return leave();
      default:
        return command satisfies never;
    }
  };

  const onTimeUp = useEffectEvent(() => {
    dispatch({ type: 'end countdown' });
    if (zero === 'reveal') reveal();
    if (zero === 'train') train();
    if (zero === 'resume') go();
  });
  const { endsAt } = state.countdown;
  useEffect(() => {
    if (endsAt === null) return undefined;
    const clock = setInterval(() => {
      const at = now();
      if (at >= endsAt) onTimeUp();
      else dispatch({ type: 'tick', now: at });
    }, clockEvery);
    return () => clearInterval(clock);
  }, [endsAt]);

  // What was said about a key is read by then, and must not outlive its reason.
  const said = state.note;
  useEffect(() => {
    if (said === '') return undefined;
    const quiet = setTimeout(() => dispatch({ type: 'note', note: '' }), noteLasts);
    return () => clearTimeout(quiet);
  }, [said]);

  const revealMore = useEffectEvent(() => dispatch({ type: 'reveal more', come }));
  const isRevealing = state.cover.kind === 'revealing';
  useEffect(() => {
    if (!isRevealing) return undefined;
    const more = setInterval(revealMore, revealEvery);
    return () => clearInterval(more);
  }, [isRevealing]);

  // One's own pictures are not what it was measured on: there it has to be asked for.
  const like = presetOf(given.settings);
  return {
    ...given,
    state,
    chosen: given.sample === presetSample || given.preset === like?.id ? like : undefined,
    dispatch,
    press,
    openSetUp,
    cannot,
    primary,
    readying: readyingOf(situation),
    isUnderWay,
    isAhead,
    session,
    canScrub,
    shown,
    isFrozen,
    zero,
  };
}

const now = () => Date.now();

const isMotionUnwelcome = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
