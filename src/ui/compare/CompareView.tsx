import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type RefObject } from 'react';
import { armCurves, drawnEpochs, type Frame } from '../../core/curves';
import type { EpochMetrics } from '../../core/metrics';
import { Word } from '../words/Word';
import { ChartFigure } from './ChartFigure';
import { ChartKey } from './ChartKey';
import { CompareControls } from './CompareControls';
import { CurveTable } from './CurveTable';
import { keyInWords } from './keyInWords';
import { momentsOf } from './moments';
import { columnsOf, planCharts, type Choices } from './charts';
import { useTurn } from './useTurn';

export interface CompareViewProps {
  /** The experiment, or before it is planned `frameOf(settings)`. */
  readonly frame: Frame;
  readonly history: readonly EpochMetrics[];
  /** C */
  readonly classes: number;
  /** Share of training labels that are wrong; 0 before any are drawn. */
  readonly wrongShare: number;
  /** The epoch that is looked at; null: the latest. */
  readonly lookedAt: number | null;
  /** Gets the element that holds all charts, for downloads. */
  readonly chartsRef: RefObject<HTMLDivElement | null>;
}

/** The two sides, side by side or in one chart, and the gap of both. */
export function CompareView({ frame, history, classes, wrongShare, lookedAt, chartsRef }: CompareViewProps) {
  const [choices, setChoices] = useState<Choices>({ measure: 'accuracy', layout: 'sides', seen: false, runs: false });
  const [isTable, setIsTable] = useState(false);
  const { ref, width } = useElementSize();
  const given = useMemo(() => ({ frame, history, classes, wrongShare }), [frame, history, classes, wrongShare]);
  const known = useTurn(given);
  const seeds = known.frame.trials.length;
  const { measure, layout, seen } = choices;
  const drawn = useMemo(() => {
    const epochs = drawnEpochs(known.history, known.frame.epochs);
    const moments = momentsOf(known.frame, known.history, lookedAt);
    return { ...known, history: epochs, arms: armCurves(known.frame, epochs, measure), moments };
  }, [known, measure, lookedAt]);
  const charts = useMemo(
    () => (width > 0 ? planCharts(drawn, { ...choices, runs: choices.runs && seeds > 1 }, width) : []),
    [drawn, choices, seeds, width],
  );
  const key = {
    seeds,
    choices: { ...choices, runs: choices.runs && seeds > 1 },
    reference: wrongShare > 0 && measure === 'accuracy' ? 1 - wrongShare : null,
    stops: drawn.moments.some(({ arm }) => arm !== null),
    lookedAt,
  };
  return (
    <>
      <CompareControls
        choices={choices}
        onChoices={setChoices}
        hasRuns={seeds > 1}
        isTable={isTable}
        onTable={history.length > 0 ? setIsTable : null}
      />
      <ChartKey
        seeds={seeds}
        seen={seen}
        singleRuns={key.choices.runs}
        shaded={layout === 'sides'}
        reference={key.reference}
        stops={key.stops}
        lookedAt={lookedAt}
      />
      {seen && <p className="compare-note">{seenExplained}</p>}
      <div ref={chartsRef} data-key={keyInWords(key)}>
        <div ref={ref} className="compare-charts" data-columns={columnsOf(layout, width)}>
          {charts.map(({ title, note, isWide, chart }) => (
            <ChartFigure key={title} title={title} note={note} isWide={isWide} chart={chart} />
          ))}
          {history.length === 0 && <p className="compare-invitation">{invitation}</p>}
        </div>
      </div>
      {isTable && <FullTable frame={known.frame} history={known.history} measure={measure} seen={seen} />}
    </>
  );
}

type FullTableProps = Pick<CompareViewProps, 'frame' | 'history'> & Pick<Choices, 'measure' | 'seen'>;

/** Every epoch, where the charts of a long training draw every few. */
function FullTable({ frame, history, measure, seen }: FullTableProps) {
  const arms = useMemo(() => armCurves(frame, history, measure), [frame, history, measure]);
  const seeds = frame.trials.length;
  const over = seeds > 1 ? t`mean of ${plural(seeds, { one: '# seed', other: '# seeds' })}` : t`one run a side`;
  return <CurveTable arms={arms} measure={measure} seen={seen} over={over} />;
}

const invitation = t`Nothing is trained yet. Press Train, and both sides grow here, live, from the very same start.`;

const seenExplained = (
  <Trans>
    As seen during training is the training score that Keras’s fit prints: the average over an epoch’s{' '}
    <Word of="batch">batches</Word>, taken with <Word of="dropout">dropout</Word> on and while the{' '}
    <Word of="weight">weights</Word> are still moving. Dropout makes it lower than what the finished head can do, so it
    can lie below validation. The other curves are measured after each epoch with dropout off, both in the same way.
  </Trans>
);
