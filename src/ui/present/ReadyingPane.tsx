import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { presets } from '../../core/presets';
import type { Readying } from '../../core/present/primary';
import { ProgressBar } from '../layout/ProgressBar';

export interface ReadyingPaneProps {
  readonly readying: Readying;
  /** What went wrong with the picture set; null: nothing. */
  readonly trouble: string | null;
}

/** In the place of the charts, until something can be trained. */
export function ReadyingPane({ readying, trouble }: ReadyingPaneProps) {
  const last = presets.length;
  return (
    <div className="present-readying">
      {trouble !== null && (
        <p className="present-trouble" role="alert">
          {trouble}
        </p>
      )}
      {readying.kind === 'offer' && (
        <>
          <p className="present-sentence">
            <Trans>There are no pictures yet.</Trans>
          </p>
          <p className="present-besides">
            <Trans>
              The button below, or Space, loads the built-in set: 324 drawings of animals, food and vehicles. The frozen
              base turns them into features, and then the same button trains. The keys 1 to {last} load it with a set-up
              that shows something. For your own pictures, close this view and add them at station 1.
            </Trans>
          </p>
        </>
      )}
      {readying.kind === 'working' && (
        <>
          <p className="present-sentence">{readying.words}</p>
          <p className="present-count">{readying.count}</p>
          <ProgressBar
            label={t`Getting ready`}
            done={readying.done}
            total={readying.total}
            words={readying.count || readying.words}
          />
        </>
      )}
      {readying.kind === 'stuck' && (
        <p className="present-sentence" role="alert">
          {readying.reason}
        </p>
      )}
    </div>
  );
}
