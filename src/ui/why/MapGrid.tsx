import { Trans } from '@lingui/react/macro';
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { PictureClass, Side } from '../../core/collection';
import type { DrawnMap, Projection } from '../../core/why/featureMap';
import { useTurn } from '../compare/useTurn';
import { classStyle } from '../pictures/classStyle';
import { viewTitle } from './featureMapWords';
import { MapFigure } from './MapFigure';
import { MapLegend } from './MapLegend';
import { createThumbnails } from './thumbnails';

export interface MapGridProps {
  readonly map: DrawnMap;
  readonly shown: Projection;
  readonly classes: readonly PictureClass[];
  readonly names: readonly string[];
  readonly sides: readonly (Side | null)[];
  /** Of a row's picture; another function means other pictures. */
  readonly urlOf: (row: number) => string;
}

/** The maps side by side. A picture looked at in one is marked in all of them: that is how it moves with depth. */
export const MapGrid = memo(function MapGrid({ map, shown, classes, names, sides, urlOf }: MapGridProps) {
  const [picked, setPicked] = useState<{ readonly row: number; readonly view: number } | null>(null);
  // One store of thumbnails for a map, whatever else is rendered anew.
  const thumbnails = useMemo(() => createThumbnails(urlOf), [urlOf]);
  const styles = useMemo(() => classes.map(({ style }) => classStyle(style)), [classes]);
  const classNames = useMemo(() => classes.map(({ name }) => name), [classes]);
  const { labels, views } = map;
  const pictureOf = useCallback(
    (row: number) => {
      const own = classes[labels[row] ?? 0];
      return {
        url: urlOf(row),
        name: names[row] ?? '',
        className: own?.name ?? '',
        style: own?.style ?? 0,
        side: sides[row] ?? null,
      };
    },
    [classes, labels, names, sides, urlOf],
  );
  const occurring = useMemo(() => ([...order] as const).filter((side) => sides.includes(side)), [sides]);
  const picks = useMemo(
    () =>
      views.map((_, view) => (row: number | null) => {
        // What another map shows is not put away from here.
        setPicked((before) => {
          if (before?.view === view && before.row === row) return before;
          if (row === null) return before?.view === view ? null : before;
          return { row, view };
        });
      }),
    [views],
  );
  return (
    <div className="measure-block">
      <MapLegend classes={classes} sides={occurring} />
      <p className="lab-soft">
        <Trans>
          Point at a picture, tap it, or go to a map by Tab and on by the arrow keys: it is marked in all of the maps.
        </Trans>
      </p>
      <div className="feature-grid">
        {views.map((view, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- views never move
          <Later key={at}>
            <MapFigure
              title={viewTitle(view.source, at, views.length)}
              view={view}
              shown={shown}
              labels={labels}
              sides={sides}
              styles={styles}
              classNames={classNames}
              thumbnails={thumbnails}
              pictureOf={pictureOf}
              picked={picked?.row ?? null}
              isHere={picked?.view === at}
              onPick={picks[at] ?? ignore}
            />
          </Later>
        ))}
      </div>
    </div>
  );
});

/** In a turn of its own: all maps at once would be one long task. */
const Later = ({ children }: { readonly children: ReactNode }) =>
  useTurn(true, false) ? children : <div className="feature-later" />;

const order = ['training', 'validation', null] as const;
const ignore = () => undefined;
