import { t } from '@lingui/core/macro';
import { presets, type Preset } from '../../core/presets';
import { PresentPanel } from './PresentPanel';

export interface SetUpsPanelProps {
  /** The one whose set-up the settings are; undefined: none. */
  readonly chosen: Preset | undefined;
  /** @param number from 1 */
  readonly onOpen: (number: number) => void;
  readonly onClose: () => void;
}

export function SetUpsPanel({ chosen, onOpen, onClose }: SetUpsPanelProps) {
  return (
    <PresentPanel title={t`Set-ups`} onClose={onClose}>
      <ul className="present-set-ups">
        {presets.map((preset, i) => (
          <li key={preset.id}>
            <button
              type="button"
              className="present-set-up"
              aria-keyshortcuts={`${i + 1}`}
              aria-current={preset === chosen || undefined}
              onClick={() => onOpen(i + 1)}
            >
              <kbd aria-hidden>{i + 1}</kbd>
              <span>
                <strong>{preset.title}</strong> {preset.watch[0]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PresentPanel>
  );
}
