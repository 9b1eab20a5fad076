import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { type EngineChoice, engineNames, type EngineReport } from '../../core/engine';
import { fields } from '../../core/settingFields';
import { Note } from '../layout/Note';
import { Control } from '../prepared/Control';
import { ChoiceControl } from '../settings/ChoiceControl';
import { speedFigure } from './words';

export interface EngineAreaProps {
  readonly report: EngineReport | null;
  readonly choice: EngineChoice;
  readonly onEngine: (choice: EngineChoice) => void;
  /** Compares the engines once more; null while the base works. */
  readonly onMeasureAgain: (() => void) | null;
}

/** Which engine runs the base, and why. */
export function EngineArea({ report, choice, onEngine, onMeasureAgain }: EngineAreaProps) {
  const engine = report ? engineNames[report.engine] : '';
  const renderer = report?.renderer ?? null;
  return (
    <div className="base-engine">
      <Control of="engine">
        {(isLocked) => <ChoiceControl field={fields.engine} value={choice} isLocked={isLocked} onChange={onEngine} />}
      </Control>
      {report && (
        <p className="base-running">
          <Trans>
            Running on <b>{engine}</b>.
          </Trans>{' '}
          <span className="lab-soft">{report.reason}</span>
          {renderer !== null && (
            <span className="lab-soft base-renderer">
              {' '}
              <Trans>Graphics here: {renderer}.</Trans>
            </span>
          )}
        </p>
      )}
      {report && report.measured.length > 1 && <Measured report={report} />}
      {report?.bits === 16 && (
        <Note tone="warn">
          <Trans>
            This graphics chip counts with 16 bits: the features lose their last digits, and runs here are not quite
            those of another device. WASM counts with 32.
          </Trans>
        </Note>
      )}
      <Control of="engine">
        {report && choice === 'auto' && (
          <div>
            <Button
              variant="default"
              size="compact-md"
              fz="sm"
              leftSection={<IconGauge size={18} aria-hidden />}
              disabled={onMeasureAgain === null}
              onClick={() => onMeasureAgain?.()}
            >
              <Trans>Measure again</Trans>
            </Button>
          </div>
        )}
      </Control>
    </div>
  );
}

function Measured({ report }: { readonly report: EngineReport }) {
  const most = Math.max(...report.measured.map((m) => m.picturesPerSecond));
  return (
    <table className="base-measured lab-numbers">
      <caption>
        <Trans>Measured, in pictures a second</Trans>
      </caption>
      <tbody>
        {report.measured.map(({ engine, picturesPerSecond }) => (
          <tr key={engine} data-used={engine === report.engine || undefined}>
            <th scope="row">
              {engineNames[engine]}
              {engine === report.engine && (
                <span className="lab-hidden">
                  <Trans>, in use</Trans>
                </span>
              )}
            </th>
            <td>
              <span className="base-measured-bar" aria-hidden>
                <span style={{ width: `${(100 * picturesPerSecond) / most}%` }} />
              </span>
              {speedFigure(picturesPerSecond)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
