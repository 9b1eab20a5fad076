import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import type { SimilarityCourse, SimilarityView } from '../../core/inside/inside';
import type { SimilarityKind } from '../../core/inside/similarity';
import { decimal, percent } from '../../core/figures';
import { Word } from '../words/Word';
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
      title={
        <Trans>
          <Word of="redundancy">Redundant</Word> neurons?
        </Trans>
      }
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
      <Trans>
        “In a <Word of="dense">dense layer</Word> <Word of="neuron">neurons</Word> come to rely on each other and grow
        alike; <Word of="dropout">dropout</Word> prevents that.”
      </Trans>
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

const limit = decimal(strong);

const sides = [t`Without dropout`, t`With dropout`] as const;

const mapWords = (side: string, units: number, mean: string) =>
  t`${side}: similarity of ${units} neurons with each other; mean |similarity| off the diagonal ${mean}.`;
const meanWords = (mean: string) => t`first seed, mean |similarity| ${mean}`;

interface MapsProps {
  readonly view: SimilarityView;
  readonly layerUnits: number | undefined;
}

function Maps({ view, layerUnits }: MapsProps) {
  const maps = sides.flatMap((side, arm) => {
    const matrix = view.matrices[arm];
    return matrix ? [{ side, matrix, numbers: heatNumbers(matrix, view.units) }] : [];
  });
  const when = whenWords(view.epoch);
  return (
    <div className="measure-block">
      <div className="measure-pair">
        {maps.map(({ side, matrix, numbers }) => (
          <figure key={side} className="measure-figure">
            <h4 className="measure-title">{side}</h4>
            <HeatMap matrix={matrix} units={view.units} label={mapWords(side, view.units, likeness(numbers.mean))} />
            <figcaption className="lab-soft lab-numbers">{meanWords(likeness(numbers.mean))}</figcaption>
          </figure>
        ))}
      </div>
      <HeatScale />
      <p className="lab-soft">
        <Trans>
          One row and one column for each neuron of the first <Word of="seed">seed</Word> {when}, like ones beside each
          other; each is alike to itself, hence the diagonal.
        </Trans>{' '}
        {shownWords(view.units, layerUnits)}
      </p>
      <NumbersTable
        summary={t`The maps as a table`}
        caption={t`Similarity of every two neurons of the first seed`}
        columns={[
          t`side`,
          t`mean |similarity|`,
          t`lowest`,
          t`highest`,
          t`pairs above ${limit}`,
          t`pairs below −${limit}`,
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
