import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { figuresWords, stopWords, whenWords, type BestStop, type ShownFigures } from './scrubberWords';
import './scrubber.css';

export interface EpochScrubberProps {
  /** Epochs that can be looked at, ascending; 0 is the start. */
  readonly epochs: readonly number[];
  readonly shown: number;
  /** Follows the latest. */
  readonly isLive: boolean;
  /** The epoch with the lowest validation loss of each side. */
  readonly best: readonly BestStop[];
  /** Mean accuracies at the epoch that is shown; null: none are known. */
  readonly figures: ShownFigures | null;
  /** @param epoch null: always the latest */
  readonly onShow: (epoch: number | null) => void;
}

/** Goes back and forth in the training that is on the page. */
export function EpochScrubber({ epochs, shown, isLive, best, figures, onShow }: EpochScrubberProps) {
  const id = useId();
  const last = epochs.at(-1) ?? 0;
  const words = shown === 0 ? whenWords(0) : t`after epoch ${shown} of ${last}`;
  const nearest = (epoch: number) =>
    epochs.reduce((found, e) => (Math.abs(e - epoch) < Math.abs(found - epoch) ? e : found), last);
  return (
    <div className="scrubber">
      <label htmlFor={id}>
        <Trans>Look at the heads</Trans> <b className="lab-numbers">{isLive ? t`${words} (the latest)` : words}</b>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(1, epochs.length - 1)}
        step={1}
        value={Math.max(0, epochs.indexOf(shown))}
        aria-valuetext={words}
        onChange={(event) => {
          const epoch = epochs[Number(event.currentTarget.value)];
          if (epoch !== undefined) onShow(epoch === last ? null : epoch);
        }}
      />
      <fieldset className="scrubber-stops" aria-labelledby={`${id}-stops`}>
        <span id={`${id}-stops`}>{best.length > 0 ? t`Stop here:` : ''}</span>
        {best.map((stop) => (
          <Button
            key={stop.arm}
            size="compact-sm"
            variant="default"
            aria-pressed={!isLive && shown === nearest(stop.epoch)}
            onClick={() => onShow(nearest(stop.epoch))}
          >
            <StopWords {...stop} />
          </Button>
        ))}
        <Button size="compact-sm" variant="default" aria-pressed={isLive} onClick={() => onShow(null)}>
          <Trans>Latest</Trans>
        </Button>
      </fieldset>
      {/* No live region: while a training runs it would talk without end, and the slider says where it stands. */}
      <p className="scrubber-words">
        {!isLive && figures && `${figuresWords(figures)} `}
        {!isLive &&
          best
            .filter((stop) => shown === nearest(stop.epoch))
            .map((stop) => stopWords(stop, shown))
            .join(' ')}
      </p>
    </div>
  );
}

/** On a narrow page only what tells them apart, in sight. */
function StopWords({ arm, epoch }: Pick<BestStop, 'arm' | 'epoch'>) {
  return arm === 0 ? (
    <Trans>
      without<span className="scrubber-long">&nbsp;dropout</span>,&nbsp;
      <span className="scrubber-long">epoch&nbsp;</span>
      {epoch}
    </Trans>
  ) : (
    <Trans>
      with<span className="scrubber-long">&nbsp;dropout</span>,&nbsp;
      <span className="scrubber-long">epoch&nbsp;</span>
      {epoch}
    </Trans>
  );
}
