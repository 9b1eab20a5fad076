import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { IconMap, IconPlayerStopFilled } from '@tabler/icons-react';
import { memo, useId, useMemo, type ReactNode } from 'react';
import type { PictureClass, Side } from '../../core/collection';
import type { FeatureMapState, Projection } from '../../core/why/featureMap';
import { MeasureCard, Verdict } from '../inside/MeasureCard';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { grouped } from '../../core/figures';
import { Word } from '../words/Word';
import './featureMap.css';
import { mapWords } from './featureMapWords';
import { MapGrid } from './MapGrid';

export interface FeatureMapProps {
  readonly state: FeatureMapState;
  /** Of the map that is drawn, in the order of its labels. */
  readonly classes: readonly PictureClass[];
  /** [N] by row of the map. */
  readonly names: readonly string[];
  /** [N] the side that the shown seed gives each picture; null: neither. */
  readonly sides: readonly (Side | null)[];
  readonly urlOf: (row: number) => string;
  /** Why nothing can be drawn now; null: it can. */
  readonly blocked: string | null;
  /** Pictures or base are no longer those of the map. */
  readonly isOutdated: boolean;
  readonly onDraw: () => void;
  readonly onCancel: () => void;
  readonly onProjection: (projection: Projection) => void;
}

/** What the base sees: all pictures as a map, from raw pixels to the chosen cut. */
export const FeatureMap = memo(function FeatureMap(props: FeatureMapProps) {
  const { state, blocked, isOutdated, onDraw, onCancel } = props;
  const isReady = state.phase === 'ready';
  return (
    <MeasureCard
      title={t`What the base sees`}
      lead={
        <Trans>
          At every depth of the <Word of="base">base</Word> a picture is a list of numbers, its{' '}
          <Word of="features">features</Word>. Reduced to two, they make a map, where pictures that the base finds alike
          lie together. Do the classes come apart with depth?
        </Trans>
      }
      busy={false}
      ask={null}
    >
      {isReady && <Answer {...props} state={state} />}
      {isReady && isOutdated && (
        <Note tone="warn">
          <Trans>The pictures or the base’s settings have changed since: this is the map of the former ones.</Trans>
        </Note>
      )}
      {state.phase === 'failed' && <Note tone="error">{failedWords(state.reason)}</Note>}
      {state.phase === 'working' ? (
        <Progress label={t`Drawing the map`} {...workingWords(state)} onCancel={onCancel} />
      ) : (
        (!isReady || isOutdated) && <Draw again={isReady} blocked={blocked} onDraw={onDraw} />
      )}
    </MeasureCard>
  );
});

interface ReadyProps extends FeatureMapProps {
  readonly state: Extract<FeatureMapState, { readonly phase: 'ready' }>;
}

function Answer({ state, classes, names, sides, urlOf, onProjection, onCancel }: ReadyProps) {
  const { map, projection, umap } = state;
  const words = useMemo(() => mapWords(map), [map]);
  return (
    <>
      <Verdict {...words} />
      <div className="measure-choice">
        <SegmentedControl
          aria-label={t`How the maps are drawn`}
          value={projection}
          onChange={(value) => onProjection(value === 'umap' ? 'umap' : 'pca')}
          data={projections}
        />
        <p className="lab-soft">{projectionWords[projection]}</p>
      </div>
      {umap.phase === 'working' && (
        <Progress
          label={t`Working out UMAP`}
          done={umap.done}
          total={umap.total}
          words={umapWords(grouped(umap.done), grouped(umap.total))}
          onCancel={onCancel}
        />
      )}
      {umap.phase === 'failed' && <Note tone="error">{umapFailedWords(umap.reason)}</Note>}
      <MapGrid map={map} shown={projection} classes={classes} names={names} sides={sides} urlOf={urlOf} />
    </>
  );
}

const failedWords = (reason: string) => t`The map could not be drawn: ${reason}`;
const umapFailedWords = (reason: string) => t`UMAP could not be worked out: ${reason}`;
const umapWords = (done: string, total: string) => t`Epoch ${done} of ${total}; until then the maps show PCA`;

/** What the chosen way of drawing does, and what it does not show. */
const projectionWords: Readonly<Record<Projection, ReactNode>> = {
  pca: (
    <Trans>
      <Word of="pca">PCA</Word> draws the two directions along which the pictures differ most. Classes that overlap here
      may still be apart in the directions left out.
    </Trans>
  ),
  umap: (
    <Trans>
      <Word of="umap">UMAP</Word> keeps neighbours beside each other as well as two dimensions allow. How large clumps
      are and how far apart says little; another <Word of="seed">seed</Word> gives another map.
    </Trans>
  ),
};

const projections: { value: Projection; label: string }[] = [
  { value: 'pca', label: t`PCA` },
  { value: 'umap', label: t`UMAP` },
];

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly onCancel: () => void;
}

function Progress({ label, done, total, words, onCancel }: ProgressProps) {
  return (
    <div className="measure-run">
      <div className="measure-run-bar">
        <ProgressBar label={label} done={done} total={total} words={words} />
        <span className="lab-numbers">{words}</span>
      </div>
      <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
    </div>
  );
}

function workingWords({ task, done, total }: Extract<FeatureMapState, { readonly phase: 'working' }>) {
  const view = done + 1;
  const words = task === 'pixels' ? t`Reading pixels, ${done} of ${total}` : t`View ${view} of ${total}`;
  return { done, total, words };
}

interface DrawProps {
  readonly again: boolean;
  readonly blocked: ReactNode;
  readonly onDraw: () => void;
}

function Draw({ again, blocked, onDraw }: DrawProps) {
  const id = useId();
  return (
    <div className="lab-row">
      <Button
        leftSection={<IconMap size={18} aria-hidden />}
        disabled={blocked !== null}
        aria-describedby={blocked === null ? undefined : id}
        onClick={onDraw}
      >
        {again ? t`Draw the map again` : t`Draw the map`}
      </Button>
      {blocked !== null && (
        <span className="lab-soft" id={id}>
          {blocked}
        </span>
      )}
    </div>
  );
}
