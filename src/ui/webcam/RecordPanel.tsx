import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Switch } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { HoldButton } from './HoldButton';
import './webcam.css';

/** What the recorder is doing. */
export type RecordPhase =
  | { readonly phase: 'ready' }
  /** Seconds to go. */
  | { readonly phase: 'counting'; readonly seconds: number }
  | { readonly phase: 'recording'; readonly frames: number }
  /** What was recorded is put into the class. */
  | { readonly phase: 'keeping'; readonly frames: number };

interface ShownRecording {
  readonly group: string;
  readonly pictures: number;
  /** Of its first frame. */
  readonly url: string;
}

export interface RecordPanelProps {
  readonly className: string;
  /** The camera's picture, or why there is none. */
  readonly view: ReactNode;
  readonly controls: ReactNode;
  /** The camera shows something. */
  readonly canRecord: boolean;
  readonly state: RecordPhase;
  /** Something went wrong with the recording. */
  readonly trouble: string | null;
  readonly recordings: readonly ShownRecording[];
  /** The class has pictures of one group only, which can be on one side alone. */
  readonly isOneSided: boolean;
  /** More than half of its validation pictures, of the first seed, are one recording. */
  readonly isMostlyOne: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  /** For one who is alone in front of the camera. */
  readonly onCountdown: () => void;
  readonly onCancel: () => void;
  readonly onDelete: (group: string) => void;
}

/** Pictures for a class from the camera, several at a go. */
export function RecordPanel(props: RecordPanelProps) {
  const { className, view, controls, canRecord, state, trouble, recordings, isOneSided, isMostlyOne } = props;
  const { onStart, onStop, onCountdown, onCancel, onDelete } = props;
  const [isToggle, setIsToggle] = useState(false);
  const isBusy = state.phase === 'counting' || state.phase === 'keeping';
  return (
    <div className="record">
      <div className="record-camera">
        {view}
        {controls}
      </div>
      <div className="record-side">
        <div className="lab-row">
          <HoldButton
            isOn={state.phase === 'recording'}
            isToggle={isToggle}
            disabled={!canRecord || isBusy}
            onStart={onStart}
            onStop={onStop}
          />
          {state.phase === 'counting' ? (
            <Button variant="default" size="md" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          ) : (
            <Button
              variant="default"
              size="md"
              leftSection={<IconClock size={20} aria-hidden />}
              disabled={!canRecord || state.phase !== 'ready'}
              onClick={onCountdown}
            >
              <Trans>In 3 seconds, for 2 seconds</Trans>
            </Button>
          )}
        </div>
        <Switch
          label={t`Press once to start and once more to stop`}
          checked={isToggle}
          disabled={state.phase === 'recording'}
          onChange={(event) => setIsToggle(event.currentTarget.checked)}
        />
        <p className="record-state lab-numbers">{stateWords(state)}</p>
        {/* Picture by picture, or second by second, it would talk without end. */}
        <output className="lab-hidden">{spokenWords(state)}</output>
        {trouble !== null && <Note tone="error">{trouble}</Note>}
        <p className="lab-soft">
          <Trans>
            Up to 8 pictures a second. Those of <Word of="group">one recording</Word> are nearly the same, so they stay
            on one side of the <Word of="split">split</Word>: on both, <Word of="validation">validation</Word> would
            only ask for what was learned by heart.
          </Trans>
        </p>
        {isOneSided && (
          <Note tone="warn">
            <Trans>
              “{className}” has only one recording so far, and one side would have none of it. Record at least once
              more, better several times: from elsewhere, in other light, or another of its kind.
            </Trans>
          </Note>
        )}
        {isMostlyOne && !isOneSided && (
          <Note tone="warn">
            <Trans>
              Most validation pictures of “{className}” are one recording: they are nearly the same picture, and to be
              right on all of them proves little. Record more, in other places and other light.
            </Trans>
          </Note>
        )}
        {recordings.length > 0 && (
          <ol className="recordings" aria-label={t`Recordings of ${className}`}>
            {recordings.map(({ group, pictures, url }, i) => {
              const number = i + 1;
              return (
                <li key={group}>
                  <img src={url} alt="" width={48} height={48} />
                  <span className="lab-numbers">
                    {plural(pictures, {
                      one: `Recording ${number}: # picture`,
                      other: `Recording ${number}: # pictures`,
                    })}
                  </span>
                  <Button variant="subtle" color="gray" size="compact-md" onClick={() => onDelete(group)}>
                    <Trans>
                      Undo<span className="lab-hidden"> recording {number}</span>
                    </Trans>
                  </Button>
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </div>
  );
}

function stateWords(state: RecordPhase): string {
  switch (state.phase) {
    case 'ready':
      return '';
    case 'counting':
      return countdownWords(state.seconds);
    case 'recording':
      return plural(state.frames, { one: 'Recording: # picture', other: 'Recording: # pictures' });
    case 'keeping':
      return plural(state.frames, {
        one: 'Putting # picture into the class …',
        other: 'Putting # pictures into the class …',
      });
    default:
      return state satisfies never;
  }
}

const countdownWords = (seconds: number) => t`Recording in ${seconds} …`;

/** Said once at the start and once at the end. */
function spokenWords(state: RecordPhase): string {
  switch (state.phase) {
    case 'counting':
      return t`Recording starts in a moment.`;
    case 'recording':
      return t`Recording.`;
    case 'ready':
    case 'keeping':
      return stateWords(state);
    default:
      return state satisfies never;
  }
}
