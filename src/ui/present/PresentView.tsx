import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { type Command, shortcutOf } from '../../core/present/presentKeys';
import { atZeroWords, type AtZero, type Readying } from '../../core/present/primary';
import type { Preset } from '../../core/presets';
import { Headline, type HeadlineProps } from './Headline';
import { KeysPanel } from './KeysPanel';
import { PresentBar, type PresentBarProps } from './PresentBar';
import { ReadyingPane } from './ReadyingPane';
import { RoomCharts, type RoomChartsProps } from './RoomCharts';
import { SetUpsPanel } from './SetUpsPanel';
import './present.css';

export interface PresentViewProps extends Omit<PresentBarProps, 'onPress' | 'isBare'> {
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly headline: HeadlineProps;
  /** What stands where the charts will be; null: the charts stand there. */
  readonly readying: Readying | null;
  readonly trouble: string | null;
  readonly charts: RoomChartsProps;
  /** What is trained, or will be: "Set-up 1, Wrong labels: …". */
  readonly setUp: string;
  /** The set-up that the settings are; undefined: none. */
  readonly chosen: Preset | undefined;
  /** Beside it: what is in the way, or what is next. */
  readonly besides: string;
  /** In the place of both: what is said about the key that was pressed last. */
  readonly note: string;
  readonly atZero: AtZero;
  /** How the training goes, for people who do not see it. */
  readonly spoken: string;
  /** The seconds of the countdown, when they are said. */
  readonly spokenSeconds: string;
  readonly onPress: (command: Command) => void;
  readonly onSetUp: (number: number) => void;
  readonly onClosePanel: () => void;
}

/** The whole window: a headline, the charts, and one control. */
export function PresentView(props: PresentViewProps) {
  const { rootRef, headline, readying, charts, state, note, besides, setUp, chosen, onPress } = props;
  const isCounting = state.countdown.endsAt !== null;
  return (
    // A <dialog> may not be shown in full screen.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={rootRef} className="present" role="dialog" aria-modal aria-label={t`Presenter’s view`} tabIndex={-1}>
      <h1 className="lab-hidden">
        <Trans>Presenter’s view</Trans>
      </h1>
      {/* Blanked, it is out of reach too. */}
      <div className="present-screen" inert={state.isBlank}>
        <div className="present-top">
          {readying === null && <Headline {...headline} />}
          {isCounting && <Clock {...props} />}
        </div>
        {readying === null ? <RoomCharts {...charts} /> : <ReadyingPane readying={readying} trouble={props.trouble} />}
        <div className="present-line">
          {note === '' && <span>{setUp}</span>}
          <output className="present-note">{note || besides}</output>
        </div>
        <PresentBar {...props} isBare={readying !== null} />
      </div>
      {state.panel === 'keys' && <KeysPanel onClose={props.onClosePanel} />}
      {state.panel === 'set-ups' && <SetUpsPanel chosen={chosen} onOpen={props.onSetUp} onClose={props.onClosePanel} />}
      {state.isBlank && (
        <button
          type="button"
          className="present-blank"
          aria-keyshortcuts={shortcutOf('blank')}
          onClick={() => onPress('blank')}
        >
          <Trans>Blank. Press B to show the screen again.</Trans>
        </button>
      )}
      <output className="lab-hidden" aria-live="polite">
        {props.spoken}
      </output>
      <output className="lab-hidden" aria-live="polite">
        {props.spokenSeconds}
      </output>
    </div>
  );
}

function Clock({ state, atZero, onPress }: Pick<PresentViewProps, 'state' | 'atZero' | 'onPress'>) {
  return (
    <div className="present-clock" role="timer" aria-live="off">
      <strong>{state.countdown.left}</strong>
      <button
        type="button"
        className="present-key"
        aria-keyshortcuts={shortcutOf('acts')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPress('acts')}
      >
        <span>{atZeroWords(atZero)}</span>
        <kbd aria-hidden>A</kbd>
      </button>
    </div>
  );
}
