import { plural } from '@lingui/core/macro';
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
          <SideKey side="training" />
          {plural(training, { one: '# training', other: '# training' })}
        </span>
        <span>
          <SideKey side="validation" />
          {plural(validation, { one: '# validation', other: '# validation' })}
        </span>
        {unused > 0 && <span>{plural(unused, { one: '# not used', other: '# not used' })}</span>}
        {test > 0 && (
          <span>
            <SideKey side="test" />
            {plural(test, { one: '# set aside for the test', other: '# set aside for the test' })}
          </span>
        )}
      </div>
    </div>
  );
}
