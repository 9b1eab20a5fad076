import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconPlayerRecordFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';

export interface HoldButtonProps {
  readonly isOn: boolean;
  /** Once to start and once more to stop, for those who cannot hold. */
  readonly isToggle: boolean;
  readonly disabled: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** Records while it is held: by a finger, a mouse, or with Space or Enter. */
export function HoldButton({ isOn, isToggle, disabled, onStart, onStop }: HoldButtonProps) {
  const isHeld = useRef(false);
  useEffect(() => {
    // It stopped by itself, and was disabled then: nobody is told that it is let go.
    if (!isOn) isHeld.current = false;
  }, [isOn]);
  const hold = () => {
    if (isHeld.current || isOn || disabled) return;
    isHeld.current = true;
    onStart();
  };
  const release = () => {
    if (!isHeld.current) return;
    isHeld.current = false;
    onStop();
  };
  const isPress = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  const held = {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return;
      // Held on wherever the finger slides.
      event.currentTarget.setPointerCapture(event.pointerId);
      hold();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onLostPointerCapture: release,
    onBlur: release,
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isPress(event)) return;
      // No click at its end.
      event.preventDefault();
      if (!event.repeat) hold();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (!isPress(event)) return;
      event.preventDefault();
      release();
    },
  };
  const press = () => (isOn ? onStop() : onStart());
  const Icon = isOn ? IconPlayerStopFilled : IconPlayerRecordFilled;
  return (
    <Button
      className="hold-button"
      color="ember"
      size="md"
      disabled={disabled}
      leftSection={<Icon size={20} aria-hidden />}
      {...(isToggle ? { onClick: press } : held)}
      // Help that presses without a pointer or a key cannot hold: its press counts once to start and once to stop.
      {...(isToggle ? {} : { onClick: (event: React.MouseEvent) => event.detail === 0 && press() })}
    >
      {words(isOn, isToggle)}
    </Button>
  );
}

function words(isOn: boolean, isToggle: boolean): string {
  if (isToggle) return isOn ? t`Stop` : t`Record`;
  return isOn ? t`Recording: let go to stop` : t`Hold to record`;
}
