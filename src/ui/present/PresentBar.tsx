import { t } from '@lingui/core/macro';
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Command } from '../../core/present/presentKeys';
import { primaryWords, type Primary } from '../../core/present/primary';
import type { PresentState } from '../../core/present/presentState';
import { KeyButton } from './KeyButton';

export interface PresentBarProps {
  readonly primary: Primary;
  readonly state: PresentState;
  /** There are epochs to go back and forth in, and nothing runs. */
  readonly canScrub: boolean;
  /** Nothing can be trained yet: no charts, and no keys for them. */
  readonly isBare: boolean;
  readonly isPaused: boolean;
  readonly isFullScreen: boolean;
  /** The one control: the focus starts here. */
  readonly primaryRef: RefObject<HTMLButtonElement | null>;
  readonly onPress: (command: Command) => void;
}

/** The one control, and small beside it everything that has a key. */
export function PresentBar(props: PresentBarProps) {
  const { primary, state, isBare, isPaused, isFullScreen, primaryRef, onPress } = props;
  const { measure, layout } = state;
  return (
    <section className="present-bar" aria-label={t`Controls`}>
      <button
        ref={primaryRef}
        type="button"
        className="present-go"
        data-does={primary}
        aria-keyshortcuts="Space"
        aria-disabled={primary === 'none' || undefined}
        onClick={() => onPress('go')}
      >
        <span>{primaryWords(primary)}</span>
        <kbd aria-hidden>{t`Space`}</kbd>
      </button>
      {isPaused && <KeyButton command="stop" label={t`End here`} onPress={onPress} />}
      {!isBare && <ChartKeys {...props} />}
      <div className="present-keys">
        {!isBare && (
          <>
            <KeyButton
              command="measure"
              label={measure === 'accuracy' ? t`Shown: accuracy` : t`Shown: loss`}
              name={measure === 'accuracy' ? t`Shown: accuracy. Show the loss` : t`Shown: loss. Show the accuracy`}
              onPress={onPress}
            />
            <KeyButton command="layout" label={layout === 'sides' ? t`One chart` : t`Two charts`} onPress={onPress} />
          </>
        )}
        <KeyButton command="set-ups" label={t`Set-ups`} onPress={onPress} />
      </div>
      <div className="present-keys">
        <KeyButton command="blank" label={t`Blank`} onPress={onPress} />
        <KeyButton
          command="full screen"
          label={isFullScreen ? t`Window` : t`Full`}
          name={isFullScreen ? t`Window instead of full screen` : t`Full screen`}
          isOn={isFullScreen}
          onPress={onPress}
        />
        <KeyButton command="keys" label={t`Keys`} onPress={onPress} />
        <KeyButton command="leave" label={t`Close`} onPress={onPress} />
      </div>
    </section>
  );
}

/** What is done with epochs and curves. */
function ChartKeys({ state, canScrub, isPaused, onPress }: PresentBarProps) {
  const { cover, countdown } = state;
  const isFrozen = cover.kind === 'frozen';
  const { seconds } = countdown;
  return (
    <>
      <div className="present-keys">
        <KeyButton
          command="first"
          label={t`First epoch`}
          icon={<IconChevronsLeft />}
          isOff={!canScrub}
          onPress={onPress}
        />
        <KeyButton
          command="back"
          label={t`One epoch back`}
          icon={<IconChevronLeft />}
          isOff={!canScrub}
          onPress={onPress}
        />
        <KeyButton
          command="forward"
          label={isPaused && state.scrubbed === null ? t`Train one epoch` : t`One epoch forward`}
          icon={<IconChevronRight />}
          isOff={!canScrub}
          onPress={onPress}
        />
        <KeyButton
          command="last"
          label={t`Latest epoch`}
          icon={<IconChevronsRight />}
          isOff={!canScrub}
          onPress={onPress}
        />
      </div>
      <div className="present-keys">
        <KeyButton
          command="spotlight"
          label={t`Spotlight`}
          isToggle
          isOn={state.spotlight !== null}
          onPress={onPress}
        />
        <KeyButton command="freeze" label={isFrozen ? t`Reveal` : t`Freeze`} isOn={isFrozen} onPress={onPress} />
        <KeyButton
          command="countdown"
          label={countdown.endsAt === null ? t`Count ${seconds} s` : t`End count`}
          isOn={countdown.endsAt !== null}
          onPress={onPress}
        />
        <KeyButton command="shorter" label={t`Five seconds less`} icon={<IconMinus />} onPress={onPress} />
        <KeyButton command="longer" label={t`Five seconds more`} icon={<IconPlus />} onPress={onPress} />
      </div>
    </>
  );
}
