import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { presetFigures, presets, type Preset } from '../../core/presets';
import { Word } from '../words/Word';
import './settings.css';

export interface PresetPickerProps {
  /** The one whose set-up the settings are; undefined: none. */
  readonly chosen: Preset | undefined;
  /** Using one also loads the built-in set. */
  readonly loadsSample: boolean;
  /** Why one cannot be had on a page that an instructor prepared; null: it can. */
  readonly barred?: (preset: Preset) => string | null;
  /** The training on the page is of these settings. */
  readonly isTrained: boolean;
  readonly onChoose: (preset: Preset) => void;
}

/** Set-ups that show something, each with what to watch for and what it showed when it was measured. */
export function PresetPicker({ chosen, loadsSample, barred = none, isTrained, onChoose }: PresetPickerProps) {
  const id = useId();
  const reasons = presets.flatMap((preset) => barred(preset) ?? []);
  return (
    <section className="presets" aria-labelledby={id}>
      <h3 className="lab-h3" id={id}>
        <Trans>Set-ups that show something</Trans>
      </h3>
      <div className="lab-row">
        {presets.map((preset) => (
          <Button
            key={preset.id}
            variant={preset === chosen ? 'filled' : 'default'}
            aria-pressed={preset === chosen}
            disabled={barred(preset) !== null}
            aria-describedby={barred(preset) === null ? undefined : `${id}-barred`}
            onClick={() => onChoose(preset)}
          >
            {preset.title}
          </Button>
        ))}
      </div>
      {reasons.length > 0 && (
        <p id={`${id}-barred`} className="lab-soft">
          {reasons.join(' ')}
        </p>
      )}
      <output>
        {chosen ? (
          <>
            <p>
              {chosen.watch[0]} <strong>{chosen.watch[1]}</strong>
              {!isTrained && ` ${t`Set up: press Train.`}`}
            </p>
            <p className="lab-soft lab-numbers">{presetFigures(chosen)}</p>
          </>
        ) : (
          <p className="lab-soft">
            <Trans>
              Each sets the <Word of="head">head</Word> and the <Word of="label">labels</Word>, and says what to watch
              for.
            </Trans>{' '}
            {loadsSample && t`It also loads the built-in set.`}
          </p>
        )}
      </output>
    </section>
  );
}

const none = () => null;
