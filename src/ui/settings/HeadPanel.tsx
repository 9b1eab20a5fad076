import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { fields, type NumberKey } from '../../core/settingFields';
import { dropsFeatures, type Settings } from '../../core/settings';
import { Note } from '../layout/Note';
import { Control } from '../prepared/Control';
import { useAnyShown } from '../prepared/controls';
import { ChoiceControl } from './ChoiceControl';
import { NumberControl } from './NumberControl';
import './settings.css';

export interface HeadPanelProps {
  readonly settings: Settings;
  /** Stands first. */
  readonly presets: ReactNode;
  readonly onChange: (change: Partial<Settings>) => void;
  /** While a training runs or pauses, changes wait for the next one. */
  readonly training: boolean;
  /** What the share of wrong labels comes to, e.g. "42 of 216 training labels are wrong on purpose."; null: unknown. */
  readonly noiseWords: string | null;
  readonly onReset: () => void;
}

const rates: ReadonlySet<NumberKey> = new Set(['dropout', 'noise']);
const more: readonly NumberKey[] = ['perClass', 'lr', 'batch', 'l2', 'seed'];

/** Everything about the head and its training. The few settings that tell the story stand in front. */
export function HeadPanel({ settings, presets, onChange, training, noiseWords, onReset }: HeadPanelProps) {
  const hasMore = useAnyShown(more);
  const number = (key: NumberKey) => (
    <Control key={key} of={key}>
      {(isLocked) => (
        <NumberControl
          field={fields[key]}
          value={settings[key]}
          slider={rates.has(key)}
          isLocked={isLocked}
          onChange={(value) => onChange({ [key]: value })}
          consequence={key === 'noise' && settings.noise > 0 ? (noiseWords ?? undefined) : undefined}
        />
      )}
    </Control>
  );
  const waiting = training && (
    <Note>
      <Trans>A training is under way. Changes here take effect at the next training.</Trans>
    </Note>
  );
  return (
    <div className="lab-card head-panel">
      {presets}
      {waiting}
      <div className="settings">
        {number('dropout')}
        <Control of="dropoutAt">
          {(isLocked) => (
            <ChoiceControl
              field={fields.dropoutAt}
              value={settings.dropoutAt}
              isLocked={isLocked}
              onChange={(dropoutAt) => onChange({ dropoutAt })}
            />
          )}
        </Control>
        {number('hidden')}
        {number('noise')}
        {number('epochs')}
        {number('seeds')}
      </div>
      {settings.hidden === 0 && !dropsFeatures(settings.dropoutAt) && (
        <Note tone="warn">
          <Trans>
            There is no hidden layer, so dropout on the hidden layer has nothing to drop: both sides will be the same.
            Give it hidden units, or let dropout act on the features as well.
          </Trans>
        </Note>
      )}
      {hasMore && (
        <details className="head-more">
          <summary>
            <Trans>More settings</Trans>
          </summary>
          {waiting}
          <div className="settings">{more.map(number)}</div>
        </details>
      )}
      <Control of="reset">
        <div>
          <Button variant="subtle" color="gray" leftSection={<IconRestore size={18} aria-hidden />} onClick={onReset}>
            <Trans>Reset to defaults</Trans>
          </Button>
        </div>
      </Control>
    </div>
  );
}
