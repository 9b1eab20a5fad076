import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useId } from 'react';

export interface TrainAgainProps {
  /** Why there can be no training now; null: there can. */
  readonly blocked: string | null;
  readonly onTrain: () => void;
}

/** Trains with the pictures as they are now. */
export function TrainAgain({ blocked, onTrain }: TrainAgainProps) {
  const id = useId();
  return (
    <span className="lab-row">
      <Button
        color="ember"
        leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
        disabled={blocked !== null}
        aria-describedby={blocked === null ? undefined : id}
        onClick={onTrain}
      >
        <Trans>Train again</Trans>
      </Button>
      {blocked !== null && <span id={id}>{blocked}</span>}
    </span>
  );
}
