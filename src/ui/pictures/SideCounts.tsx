import { Trans } from '@lingui/react/macro';
import { SideKey } from './SideKey';

export interface SideCountsProps {
  readonly training: number;
  readonly validation: number;
  /** Training pictures left out by the limit per class. */
  readonly unused: number;
  /** Set aside for the test. */
  readonly test: number;
}

/** "72 training, 36 validation", and the same as a bar. */
export function SideCounts({ training, validation, unused, test }: SideCountsProps) {
  return (
    <div className="sides">
      <div className="sides-bar" aria-hidden>
        <span data-side="training" style={{ flexGrow: training }} />
        <span data-side="validation" style={{ flexGrow: validation }} />
        <span data-side="none" style={{ flexGrow: unused }} />
      </div>
      <div className="sides-words lab-numbers">
        <span>
          <Trans>
            <SideKey side="training" />
            {training} training
          </Trans>
        </span>
        <span>
          <Trans>
            <SideKey side="validation" />
            {validation} validation
          </Trans>
        </span>
        {unused > 0 && (
          <span>
            <Trans>{unused} not used</Trans>
          </span>
        )}
        {test > 0 && (
          <span>
            <Trans>
              <SideKey side="test" />
              {test} set aside for the test
            </Trans>
          </span>
        )}
      </div>
    </div>
  );
}
