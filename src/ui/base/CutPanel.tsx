import { Trans } from '@lingui/react/macro';
import { memo, type ReactNode, useId, useState } from 'react';
import { type Anatomy, type CutChoice, type FeatureCut, featureWidth, fitCut } from '../../core/base';
import type { InsightState } from '../../core/baseState';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { BlockMaps } from './BlockMaps';
import { BlockTable } from './BlockTable';
import { CutNumbers } from './CutNumbers';
import { CutOptions } from './CutOptions';
import { CutStrip } from './CutStrip';
import { cutAfter, lineOf } from './cutWords';
import { PicturePicker, type ShownClass, type ShownPicture } from './PicturePicker';
import './cut.css';

export interface CutPanelProps {
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
  /** What was asked for; `cut` is what it means on this base. */
  readonly choice: CutChoice;
  /** 0-based, where the base is cut unless the person says otherwise. */
  readonly defaultBlock: number;
  /** Parameters of the head on so many features. A function, because the line is dragged over other cuts. */
  readonly trainable: (features: number) => number;
  /** What the base makes of `picture`. */
  readonly insight: InsightState;
  /** null: there are no pictures. */
  readonly picture: ShownPicture | null;
  readonly classes: readonly ShownClass[];
  readonly onChange: (change: Partial<CutChoice>) => void;
  readonly onPicture: (id: string) => void;
  readonly onStepPicture: (by: -1 | 1) => void;
  /** Looks at the picture, again after a failure. */
  readonly onLook: () => void;
  /** What task A itself says of the picture; stands below the maps. */
  readonly recognition?: ReactNode;
}

/** The base's real blocks, what each makes of a picture, and the line that cuts them. */
export const CutPanel = memo(function CutPanel(props: CutPanelProps) {
  const { anatomy, choice, defaultBlock, trainable, insight, picture, classes } = props;
  const { onChange, onPicture, onStepPicture, onLook, recognition } = props;
  const titleId = useId();
  // Where the line is while a pointer holds it: the rest of the page follows when it is let go.
  const [held, setHeld] = useState<number | null>(null);
  const asked = held === null ? choice : { ...choice, ...cutAfter(props.cut, held) };
  const fitted = fitCut(anatomy, defaultBlock, asked);
  const cut = held === null ? props.cut : fitted.cut;

  const cutAt = (line: number) => {
    if (line !== lineOf(props.cut)) onChange(cutAfter(props.cut, line));
  };
  const release = () => {
    if (held !== null) cutAt(held);
    setHeld(null);
  };
  return (
    <section className="lab-card cut-panel" aria-labelledby={titleId}>
      <div className="cut-head">
        <h3 className="lab-h3" id={titleId}>
          <Trans>
            Where the base is <Word of="cut">cut</Word>
          </Trans>
        </h3>
        <p className="lab-soft">
          <Trans>
            Drag the line. <Word of="block">Blocks</Word> before it run as they were trained on task A; what comes out
            at the line becomes the <Word of="features">features</Word>; blocks after it are not run.
          </Trans>
        </p>
      </div>
      <figure className="cut-figure">
        <CutStrip
          anatomy={anatomy}
          cut={cut}
          responses={insight.phase === 'ready' ? insight.insight.responses : []}
          held={held !== null}
          onHold={() => setHeld(lineOf(props.cut))}
          onMove={(line) => (held === null ? cutAt(line) : setHeld(line))}
          onRelease={release}
        />
        <figcaption className="lab-soft">
          <Trans>
            The taller a block, the larger its maps; the wider, the more channels it has. Under it is its strongest map
            on the picture below, then its channels and the size of each map. Framed: what the features are taken of.
            Dashed: not run.
          </Trans>
        </figcaption>
        <details className="cut-more">
          <summary>
            <Trans>The blocks as a table</Trans>
          </summary>
          <BlockTable anatomy={anatomy} cut={cut} />
        </details>
      </figure>
      {fitted.problems.map((problem) => (
        <Note key={problem} tone="warn">
          {problem}
        </Note>
      ))}
      <div className="cut-settings">
        <CutNumbers anatomy={anatomy} cut={cut} trainable={trainable(featureWidth(anatomy, cut))} onLine={cutAt} />
        <CutOptions anatomy={anatomy} cut={cut} choice={choice} onChange={onChange} />
      </div>
      {picture ? (
        <div className="cut-look">
          <PicturePicker picture={picture} classes={classes} onPicture={onPicture} onStepPicture={onStepPicture} />
          <BlockMaps anatomy={anatomy} cut={cut} insight={insight} onLook={onLook} />
        </div>
      ) : (
        <p className="cut-empty">
          <Trans>No pictures yet. As soon as there are some, what every block makes of them shows here.</Trans>
        </p>
      )}
      {picture && recognition}
    </section>
  );
});
