import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import type { SimilarityCourse, SimilarityView } from '../../core/inside/inside';
import type { SimilarityKind } from '../../core/inside/similarity';
import { percent } from '../../core/figures';
import { HeatMap, HeatScale } from './HeatMap';
import { heatNumbers, strong } from './heatColours';
import { MeasureCard, Verdict } from './MeasureCard';
import { NumbersTable } from './NumbersTable';
import { SimilarityCharts } from './SimilarityCharts';
import { kindWords, likeness, nothingToCompare, shownWords, similarityWords } from './similarityWords';
import { whenWords } from './scrubberWords';

export interface SimilarityPanelProps {
  readonly kind: SimilarityKind;
  readonly onKind: (kind: SimilarityKind) => void;
  readonly view: SimilarityView | null;
  readonly course: SimilarityCourse | null;
  readonly busy: boolean;
  readonly onAsk: () => void;
  /** Neurons of the whole hidden layer, to say how many of them are shown. */
  readonly layerUnits?: number;
}

/** Whether neurons grow alike, and what dropout does about it. */
export const SimilarityPanel = memo(function SimilarityPanel(props: SimilarityPanelProps) {
  const { kind, onKind, view, course, busy, onAsk, layerUnits } = props;
  const nothing = view && nothingToCompare(view.units);
  return (
    <MeasureCard
      title={t`Redundant neurons?`}
      lead={<Claim />}
      busy={busy}
      ask={view ? null : { words: t`Compare the neurons`, onAsk }}
    >
      {nothing === null && course && <Answer course={course} />}
      {nothing ?? (
        <div className="measure-choice">
          <SegmentedControl aria-label={t`What is compared`} value={kind} onChange={onKind} data={kinds} />
          <p className="lab-soft">{kindWords[kind]}</p>
        </div>
      )}
      {nothing === null && view && <Maps view={view} layerUnits={layerUnits} />}
      {nothing === null && course && <SimilarityCharts course={course} />}
    </MeasureCard>
  );
});

const kinds: { value: SimilarityKind; label: string }[] = [
  { value: 'weights', label: t`Incoming weights` },
  { value: 'change', label: t`Change since the start` },
  { value: 'activations', label: t`Activations` },
];

const Claim = () => (
  <>
    <blockquote className="measure-claim">
      <Trans>“In a dense layer neurons come to rely on each other and grow alike; dropout prevents that.”</Trans>
    </blockquote>
    <p>
      <Trans>A claim that is often made. Tested here, on your run.</Trans>
    </p>
  </>
);

function Answer({ course }: { readonly course: SimilarityCourse }) {
  const { answer, more } = similarityWords(course);
  return <Verdict main={answer} more={more} />;
}

const sides = [t`Without dropout`, t`With dropout`] as const;

interface MapsProps {
  readonly view: SimilarityView;
  readonly layerUnits: number | undefined;
}

function Maps({ view, layerUnits }: MapsProps) {
  const maps = sides.flatMap((side, arm) => {
    const matrix = view.matrices[arm];
    return matrix ? [{ side, matrix, numbers: heatNumbers(matrix, view.units) }] : [];
  });
  return (
    <div className="measure-block">
      <div className="measure-pair">
        {maps.map(({ side, matrix, numbers }) => (
          <figure key={side} className="measure-figure">
            <h4 className="measure-title">{side}</h4>
            <HeatMap
              matrix={matrix}
              units={view.units}
              label={`${side}: similarity of ${view.units} neurons with each other; mean |similarity| off the diagonal ${likeness(numbers.mean)}.`}
            />
            <figcaption className="lab-soft lab-numbers">
              <Trans>first seed, mean |similarity| {likeness(numbers.mean)}</Trans>
            </figcaption>
          </figure>
        ))}
      </div>
      <HeatScale />
      <p className="lab-soft">
        <Trans>
          One row and one column for each neuron of the first seed {whenWords(view.epoch)}, like ones beside each other;
          each is alike to itself, hence the diagonal. {shownWords(view.units, layerUnits)}
        </Trans>
      </p>
      <NumbersTable
        summary={t`The maps as a table`}
        caption={t`Similarity of every two neurons of the first seed`}
        columns={[
          'side',
          t`mean |similarity|`,
          'lowest',
          'highest',
          t`pairs above ${strong}`,
          t`pairs below −${strong}`,
        ]}
        rows={maps.map(({ side, numbers }) => [
          side,
          likeness(numbers.mean),
          likeness(numbers.lowest),
          likeness(numbers.highest),
          percent(numbers.alike),
          percent(numbers.opposite),
        ])}
      />
    </div>
  );
}
