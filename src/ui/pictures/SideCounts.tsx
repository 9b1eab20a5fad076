import { IconLock } from '@tabler/icons-react';

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
          <b className="side-key" data-side="training" aria-hidden>
            T
          </b>
          {training} training
        </span>
        <span>
          <b className="side-key" data-side="validation" aria-hidden>
            V
          </b>
          {validation} validation
        </span>
        {unused > 0 && <span>{unused} not used</span>}
        {test > 0 && (
          <span>
            <b className="side-key" data-side="test" aria-hidden>
              <IconLock size={13} stroke={2.6} />
            </b>
            {test} set aside for the test
          </span>
        )}
      </div>
    </div>
  );
}
