import { t } from '@lingui/core/macro';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { frameOf } from '../../core/curves';
import type { Readying } from '../../core/present/primary';
import { spotlights } from '../../core/present/presentState';
import { pressedBy, pressedOn } from '../../core/present/presentKeys';
import { setUpWords, spokenSeconds } from '../../core/present/presentWords';
import { presetOf, presetSample } from '../../core/presets';
import { trainsTheSame } from '../../core/settings';
import { spokenTraining } from '../../core/spokenTraining';
import { verdictOf } from '../../core/verdict';
import { PresentView } from '../../ui/present/PresentView';
import { headlineOf } from './headline';
import { usePresenter } from './usePresenter';
import { useFullScreen, useStage, useUnit } from './useStage';

/** The presenter's view: the charts and one control for a room, by keyboard. A default export, because it is loaded when needed. */
export default function Presenter() {
  const [host] = useState(() => document.createElement('div'));
  const rootRef = useRef<HTMLDivElement>(null);
  const primaryRef = useRef<HTMLButtonElement>(null);
  useStage(host, primaryRef);
  const { isFull, toggle } = useFullScreen(rootRef);
  const presenter = usePresenter(toggle);
  const { state, training, session, settings, shown, isFrozen, isAhead, readying, chosen, press, openSetUp } =
    presenter;
  usePresentKeys(presenter);
  const unit = useUnit();

  const isOver = training.phase === 'stopped' || training.phase === 'finished';
  const verdict = useMemo(() => {
    if (!session || !isOver) return null;
    const { experiment, history, labels, splitFixed } = session;
    const phase = training.phase === 'stopped' ? 'stopped' : 'finished';
    return (
      verdictOf({ experiment, history, phase, labels, noise: session.settings.noise, splitFixed })?.headline ?? null
    );
  }, [session, isOver, training.phase]);
  const frame = useMemo(() => session?.experiment ?? frameOf(settings), [session?.experiment, settings]);
  const history = session?.history ?? noHistory;
  const classes = session?.classNames.length ?? presenter.collection.classes.length;
  const { measure, layout, spotlight } = state;
  const isHeldBack = state.cover.kind !== 'none';
  const given = useMemo(
    () => ({
      frame,
      history,
      shown,
      isHeldBack,
      classes,
      measure,
      layout,
      spotlight: spotlight === null ? null : (spotlights[spotlight] ?? null),
      unit,
    }),
    [frame, history, shown, isHeldBack, classes, measure, layout, spotlight, unit],
  );
  const spoken = useMemo(() => spokenTraining(training), [training]);
  const isPane = readying !== null && training.phase === 'none' && !presenter.isPlanning;
  const { left, seconds, endsAt } = state.countdown;

  return createPortal(
    <PresentView
      rootRef={rootRef}
      primaryRef={primaryRef}
      primary={presenter.primary}
      state={state}
      canScrub={presenter.canScrub}
      isPaused={training.phase === 'paused'}
      isFullScreen={isFull}
      headline={headlineOf({
        state,
        phase: training.phase,
        session,
        shown,
        chosen,
        verdict,
        failure: training.phase === 'failed' && !isAhead ? training.reason : null,
      })}
      readying={isPane ? readying : null}
      trouble={presenter.trouble}
      charts={{ given, frozenAt: isFrozen ? shown : null }}
      setUp={shownSetUp(presenter)}
      chosen={chosen}
      note={state.note}
      besides={waitingWords(presenter) || nextWords(presenter)}
      atZero={presenter.zero}
      spoken={
        isFrozen ? t`The charts are frozen. What happens next?` : isPane ? paneWords(readying) : spoken || readyWords
      }
      spokenSeconds={endsAt === null ? '' : spokenSeconds(left, seconds)}
      onPress={press}
      onSetUp={openSetUp}
      onClosePanel={() => presenter.dispatch({ type: 'panel', panel: null })}
    />,
    host,
  );
}

const noHistory: readonly [] = [];

const readyWords = t`Ready to train: press Space.`;

/** Not the counts: they change all the time. */
function paneWords(readying: Readying | null): string {
  if (readying?.kind === 'offer') return t`There are no pictures yet.`;
  // What is stuck is an alert.
  return readying?.kind === 'working' ? readying.words : '';
}

type PresenterState = ReturnType<typeof usePresenter>;

/** What is in the way of the next training, while the curves of the last are on the screen. */
function waitingWords({ readying, training, isUnderWay, isPlanning, cannot }: PresenterState): string {
  if (isPlanning) return t`The splits of all seeds are being drawn.`;
  if (isUnderWay || readying === null || training.phase === 'none') return '';
  return readying.kind === 'working' ? [readying.words, readying.count].filter(Boolean).join(' ') : (cannot ?? '');
}

/** What is on the screen, trained or not. Without pictures there is nothing yet that is set up, unless it was asked for. */
function shownSetUp({ session, settings, chosen, state, pictures }: PresenterState): string {
  if (!session) return pictures > 0 || state.opened !== null ? setUpWords(settings, chosen) : '';
  const like = presetOf(session.settings);
  return setUpWords(session.settings, session.sample === presetSample || like === chosen ? like : undefined);
}

/** What the next training would be, where it is not what is on the screen. */
function nextWords({ session, settings, chosen, collection }: PresenterState): string {
  if (!session || (trainsTheSame(session.settings, settings) && session.collection === collection)) return '';
  const next = setUpWords(settings, chosen);
  return t`Next: ${next}`;
}

/** Keys, wherever the focus is. While a list is open, it has them all but the digits and its own. */
function usePresentKeys({ press, openSetUp, state }: PresenterState): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // Undo and redo are for the page behind.
    if (event.ctrlKey || event.metaKey) return event.stopPropagation();
    const key = pressedBy(event, focusIn(event.target));
    const pressed = key && pressedOn(key, state);
    if (!pressed) return;
    event.preventDefault();
    if (pressed.kind === 'set-up') openSetUp(pressed.number);
    else press(pressed.command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}

function focusIn(target: EventTarget | null): 'field' | 'button' | 'elsewhere' {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return target.closest('button, a, summary') ? 'button' : 'elsewhere';
}
