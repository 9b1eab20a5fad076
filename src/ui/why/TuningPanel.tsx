import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import { armWords } from '../../core/armWords';
import { count, percent } from '../../core/figures';
import { runsOfArm } from '../../core/curves';
import { fields } from '../../core/settingFields';
import type { Settings } from '../../core/settings';
import { resultOf } from '../../core/why/study';
import type { TuningResult } from '../../core/why/tuning';
import { accuraciesOf, accuracyEstimate } from '../../core/why/ways';
import { accuracyAxis } from '../inside/estimateAxis';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
import { NumberControl } from '../settings/NumberControl';
import { StudyCard, type StudyProps } from './StudyCard';
import { tuningChart } from './tuningChart';
import { tuningWords } from './tuningWords';

interface TuningPanelProps extends StudyProps<TuningResult> {
  readonly settings: Settings;
  readonly onSet: (changes: Partial<Settings>) => void;
}

/** A rate ten times that of the head: the unfrozen blocks forget what they knew. */
const tooHigh = 10;
const usual = 0.1;

/** The last blocks of the base trained on, just a little. */
export const TuningPanel = memo(function TuningPanel({ settings, onSet, ...props }: TuningPanelProps) {
  const result = resultOf(props.study);
  const isRunning = props.study.phase === 'running';
  return (
    <StudyCard
      {...props}
      title={t`Just a little more: fine-tuning`}
      lead={t`First the head alone for ${count(settings.epochs, 'epoch')}, as above. Then the last blocks before the cut are unfrozen and trained on with it, from the values that task A left, ${rateWords(settings)}.`}
      action={t`Fine-tune`}
      controls={
        <>
          <fieldset className="why-controls" disabled={isRunning}>
            <legend className="lab-hidden">
              <Trans>Fine-tuning</Trans>
            </legend>
            {(['unfreeze', 'tuneEpochs', 'tuneRate'] as const).map((key) => (
              <NumberControl
                key={key}
                field={fields[key]}
                value={settings[key]}
                onChange={(value) => onSet({ [key]: value })}
              />
            ))}
          </fieldset>
          <div className="lab-row">
            <Button
              variant={settings.tuneRate === usual ? 'light' : 'default'}
              disabled={isRunning}
              aria-pressed={settings.tuneRate === usual}
              onClick={() => onSet({ tuneRate: usual })}
            >
              <Trans>A tenth of the rate, as in the tutorial</Trans>
            </Button>
            <Button
              variant={settings.tuneRate === tooHigh ? 'light' : 'default'}
              disabled={isRunning}
              aria-pressed={settings.tuneRate === tooHigh}
              onClick={() => onSet({ tuneRate: tooHigh })}
            >
              <Trans>Far too high a rate</Trans>
            </Button>
          </div>
          {settings.tuneRate === tooHigh && (
            <p className="lab-soft">
              <Trans>
                Watch for the fall right after the line. Measured on the first built-in set with right labels, 20
                pictures per class and ten seeds: from 74.4&nbsp;% without dropout and 75.4&nbsp;% with it to
                33.3&nbsp;%, which is guessing, while the frozen ones stay at 71.9&nbsp;% and 73.8&nbsp;%.
              </Trans>
            </p>
          )}
        </>
      }
    >
      {result && result.history.length > 0 && <TuningView result={result} />}
    </StudyCard>
  );
});

function TuningView({ result }: { readonly result: TuningResult }) {
  const charts = useMemo(() => chartsOf(result), [result]);
  const words = useMemo(() => tuningWords(result), [result]);
  const { experiment, history, frozenEpochs, origin, unfrozen, trainable, frozen, seconds } = result;
  const cells = (at: number) => {
    const metrics = history[at - 1];
    return metrics
      ? experiment.arms.map((_, arm) =>
          percent(accuracyEstimate(accuraciesOf({ runs: runsOfArm(experiment, metrics, arm) }), origin).mean),
        )
      : [];
  };
  return (
    <>
      <Verdict {...words} />
      <div className="measure-pair">
        <MeasureChart title={t`Without dropout`} chart={charts[0]} />
        <MeasureChart title={t`With dropout, rate ${experiment.arms[1]?.dropoutRate ?? 0}`} chart={charts[1]} />
      </div>
      <p className="lab-soft">
        <Trans>
          Unfrozen: {unfrozen.length === 1 ? 'block' : 'blocks'} {unfrozen.map((block) => block + 1).join(', ')},{' '}
          {count(trainable, 'weight')} of the base. Frozen before {unfrozen.length === 1 ? 'it' : 'them'}:{' '}
          {count(frozen, 'weight')}. {Math.round(seconds)} s for {count(origin.trials.length, 'seed')}.
        </Trans>
      </p>
      <NumbersTable
        summary={t`The epochs as a table`}
        caption={t`Validation accuracy by epoch`}
        columns={['epoch', ...experiment.arms.map((arm) => armWords(arm))]}
        rows={history
          .filter(({ epoch }) => epoch === 1 || epoch % 10 === 0 || epoch >= frozenEpochs)
          .map(({ epoch }) => [String(epoch), ...cells(epoch)])}
      />
    </>
  );
}

/** Both on one axis. */
function chartsOf(result: TuningResult) {
  const all: ReturnType<typeof accuracyEstimate>[] = [];
  for (const side of [0, 1] as const)
    tuningChart(result, side, (values) => {
      all.push(...values);
      return accuracyAxis(values, '');
    });
  const axis = accuracyAxis(all, t`validation accuracy`);
  return [tuningChart(result, 0, () => axis), tuningChart(result, 1, () => axis)] as const;
}

function rateWords({ lr, tuneRate }: Settings): string {
  if (tuneRate === 1) return t`in steps as large: learning rate ${lr}`;
  return t`in ${tuneRate < 1 ? 'smaller' : 'larger'} steps: learning rate ${Number((lr * tuneRate).toPrecision(3))} instead of ${lr}`;
}
