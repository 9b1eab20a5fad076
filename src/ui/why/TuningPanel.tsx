import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import { armWords } from '../../core/armWords';
import { decimal, grouped, percent } from '../../core/figures';
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
import { Control } from '../prepared/Control';
import { useControl } from '../prepared/controls';
import { NumberControl } from '../settings/NumberControl';
import { Word } from '../words/Word';
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

/** Of the first built-in set, see the text. */
const measured = {
  without: percent(0.744),
  with: percent(0.754),
  wrecked: percent(0.333),
  frozenWithout: percent(0.719),
  frozenWith: percent(0.738),
} as const;

/** The last blocks of the base trained on, just a little. */
export const TuningPanel = memo(function TuningPanel({ settings, onSet, ...props }: TuningPanelProps) {
  const result = resultOf(props.study);
  const isRunning = props.study.phase === 'running';
  const isRateFree = useControl('tuneRate') === 'shown';
  return (
    <StudyCard
      {...props}
      title={t`Just a little more: fine-tuning`}
      lead={
        <>
          <Trans>
            First the <Word of="head">head</Word> alone for{' '}
            <Plural value={settings.epochs} one="# epoch" other="# epochs" />, as above. Then the last{' '}
            <Word of="block">blocks</Word> before the <Word of="cut">cut</Word> are{' '}
            <Word of="fine-tuning">unfrozen and trained on</Word> with it, from the values that task A left.
          </Trans>{' '}
          <RateWords {...settings} />
        </>
      }
      action={t`Fine-tune`}
      again={t`Fine-tune again`}
      controls={
        <>
          <fieldset className="why-controls" disabled={isRunning}>
            <legend className="lab-hidden">
              <Trans>Fine-tuning</Trans>
            </legend>
            {(['unfreeze', 'tuneEpochs', 'tuneRate'] as const).map((key) => (
              <Control key={key} of={key}>
                {(isLocked) => (
                  <NumberControl
                    field={fields[key]}
                    value={settings[key]}
                    isLocked={isLocked}
                    onChange={(value) => onSet({ [key]: value })}
                  />
                )}
              </Control>
            ))}
          </fieldset>
          {isRateFree && (
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
          )}
          {settings.tuneRate === tooHigh && (
            <p className="lab-soft">
              <Trans>
                Watch for the fall right after the line. Measured on the first built-in set with right labels, 20
                pictures per class and ten seeds: from {measured.without} without dropout and {measured.with} with it to{' '}
                {measured.wrecked}, which is guessing, while the frozen ones stay at {measured.frozenWithout} and{' '}
                {measured.frozenWith}.
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
  const rate = decimal(experiment.arms[1]?.dropoutRate ?? 0);
  const blocks = unfrozen.map((block) => block + 1).join(', ');
  const [weights, before] = [weightsWords(trainable), weightsWords(frozen)];
  const time = grouped(Math.round(seconds));
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
        <MeasureChart title={t`With dropout, rate ${rate}`} chart={charts[1]} />
      </div>
      <p className="lab-soft">
        {plural(unfrozen.length, {
          one: `Unfrozen: block ${blocks}, ${weights} of the base. Frozen before it: ${before}.`,
          other: `Unfrozen: blocks ${blocks}, ${weights} of the base. Frozen before them: ${before}.`,
        })}{' '}
        {t`${time} s for ${plural(origin.trials.length, { one: '# seed', other: '# seeds' })}.`}
      </p>
      <NumbersTable
        summary={t`The epochs as a table`}
        caption={t`Validation accuracy by epoch`}
        columns={[t`epoch`, ...experiment.arms.map((arm) => armWords(arm))]}
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

function RateWords({ lr, tuneRate }: Pick<Settings, 'lr' | 'tuneRate'>) {
  const [head, tuned] = [decimal(lr), decimal(Number((lr * tuneRate).toPrecision(3)))];
  if (tuneRate === 1)
    return (
      <Trans>
        The steps are as large: <Word of="learning-rate">learning rate</Word> {head}.
      </Trans>
    );
  return tuneRate < 1 ? (
    <Trans>
      The steps are smaller: <Word of="learning-rate">learning rate</Word> {tuned} instead of {head}.
    </Trans>
  ) : (
    <Trans>
      The steps are larger: <Word of="learning-rate">learning rate</Word> {tuned} instead of {head}.
    </Trans>
  );
}

const weightsWords = (n: number) => plural(n, { one: '# weight', other: '# weights' });
