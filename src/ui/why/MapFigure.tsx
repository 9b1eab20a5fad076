import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, memo, useId, useMemo, useRef } from 'react';
import type { Side } from '../../core/collection';
import type { MapView, Projection } from '../../core/why/featureMap';
import { nearestPoint, stepTo, type Direction } from '../../core/why/mapPoints';
import { NumbersTable } from '../inside/NumbersTable';
import {
  captionWords,
  mapLabel,
  nearestWords,
  pictureWords,
  shareWords,
  viewCaption,
  viewRows,
} from './featureMapWords';
import type { MarkStyle } from './mapMarks';
import { MapTip, type ShownPicture } from './MapTip';
import type { Thumbnails } from './thumbnails';
import { mapMargin, onMap, useMapPaint } from './useMapPaint';

export interface MapFigureProps {
  readonly title: string;
  readonly view: MapView;
  /** PCA is shown for as long as there are no points of UMAP. */
  readonly shown: Projection;
  readonly labels: Int32Array;
  readonly sides: readonly (Side | null)[];
  readonly styles: readonly MarkStyle[];
  readonly classNames: readonly string[];
  readonly thumbnails: Thumbnails;
  readonly pictureOf: (row: number) => ShownPicture;
  /** The picture that is looked at, marked in every map; null: none. */
  readonly picked: number | null;
  /** It is looked at in this one. */
  readonly isHere: boolean;
  /** @param row null: nothing is looked at any more. */
  readonly onPick: (row: number | null) => void;
}

/** A pointer this far from a point still means it, in px. */
const reach = 26;

const columns = [t`class`, t`pictures`, t`nearest one of the same class`];

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** One view: how far the classes are apart, the map, and its numbers. */
export const MapFigure = memo(function MapFigure(props: MapFigureProps) {
  const { title, view, shown, labels, sides, styles, classNames, thumbnails, pictureOf, picked, isHere, onPick } =
    props;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scheme = useComputedColorScheme('light');
  const projection: Projection = shown === 'umap' && view.umap ? 'umap' : 'pca';
  const points = projection === 'umap' && view.umap ? view.umap : view.pca;
  useMapPaint(canvas, { points, labels, sides, styles, thumbnails, size: width, scheme });

  const pointed = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const inside = width - 2 * mapMargin;
    const place = (px: number) => (px - mapMargin) / inside;
    onPick(nearestPoint(points, place(event.clientX - left), place(event.clientY - top), reach / inside));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') return onPick(null);
    const direction = arrows[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onPick(picked === null ? nearestPoint(points, 0.5, 0.5) : (stepTo(points, picked, direction) ?? picked));
  };

  const at =
    picked === null ? null : { x: placeOf(points, 2 * picked, width), y: placeOf(points, 2 * picked + 1, width) };
  const picture = picked !== null && isHere ? pictureOf(picked) : null;
  const other = picked === null ? -1 : (view.neighbours.nearest[picked] ?? -1);
  const nearest = picture && other >= 0 ? pictureOf(other) : undefined;
  const { same, counted } = view.neighbours;
  const share = shareWords(same, counted);
  const rows = useMemo(() => viewRows(view, classNames), [view, classNames]);
  return (
    <figure className="feature-figure" aria-labelledby={id}>
      <h4 className="measure-title" id={id}>
        {title}
      </h4>
      <p className="feature-share lab-numbers">
        <Trans>
          Nearest one of the same class: <b>{share}</b>
        </Trans>
      </p>
      {/* Only as an application may a map have the arrow keys to itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={ref}
        className="feature-map"
        role="application"
        aria-roledescription={t`map`}
        aria-label={mapLabel(title, labels.length, view.neighbours)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) onPick(picked ?? nearestPoint(points, 0.5, 0.5));
        }}
        onBlur={() => onPick(null)}
        onPointerMove={(event) => {
          // A page that scrolls under a resting pointer moves it too, by nothing.
          if (event.pointerType !== 'touch' && (event.movementX !== 0 || event.movementY !== 0)) pointed(event);
        }}
        onPointerUp={pointed}
        onPointerLeave={(event) => {
          // Who has gone there by keyboard or a press stays.
          if (event.pointerType !== 'touch' && document.activeElement !== event.currentTarget) onPick(null);
        }}
      >
        <canvas ref={canvas} aria-hidden />
        {at && picked !== null && width > 0 && (
          // On top, because in a crowd its thumbnail may be hidden, or a dot.
          <img
            className="feature-ring"
            src={pictureOf(picked).url}
            alt=""
            width={34}
            height={34}
            style={{ left: at.x, top: at.y }}
          />
        )}
        {at && picture && width > 0 && <MapTip picture={picture} nearest={nearest} {...at} size={width} />}
      </div>
      <output className="lab-hidden">{picture && `${pictureWords(picture)} ${nearestWords(picture, nearest)}`}</output>
      <figcaption className="lab-soft lab-numbers">{captionWords(view, projection)}</figcaption>
      <NumbersTable summary={t`${title} in numbers`} caption={viewCaption(view)} columns={columns} rows={rows} />
    </figure>
  );
});

const placeOf = (points: Float32Array, at: number, size: number) => onMap(points[at] ?? 0, size);
