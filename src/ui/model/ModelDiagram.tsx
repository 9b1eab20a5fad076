import { IconFlame, IconLock, IconSnowflake } from '@tabler/icons-react';
import { useId } from 'react';
import type { BaseDescriptor, CutPoint } from '../../core/base';
import type { PictureClass } from '../../core/collection';
import type { DropoutAt } from '../../core/settings';
import { ClassMark } from '../pictures/ClassMark';
import { BaseBlocks } from './BaseBlocks';
import { FeatureCells } from './FeatureCells';
import { HeadUnits } from './HeadUnits';
import { shownUnits } from './shownUnits';
import './model.css';

export interface ModelDiagramProps {
  readonly base: BaseDescriptor;
  readonly cut: CutPoint;
  readonly classes: readonly PictureClass[];
  readonly hidden: number;
  /** The rate of the side with dropout. */
  readonly dropout: number;
  readonly dropoutAt: DropoutAt;
  /** Which part is at work. */
  readonly busy: 'extracting' | 'training' | null;
  /** Another number drops other units; give it the epoch, and the drawing changes with it. */
  readonly draw: number;
}

const mostClasses = 6;

/** The model as what it is: pictures, frozen base, cut, features, head, classes. */
export function ModelDiagram(props: ModelDiagramProps) {
  const { base, cut, classes, hidden, dropout, dropoutAt, busy, draw } = props;
  const captionId = useId();
  const outputs = classes.slice(0, mostClasses);
  const units = shownUnits(hidden, 10, dropout, draw);
  const cells = shownUnits(cut.width, 60, dropoutAt === 'both' ? dropout : 0, draw);
  return (
    <figure className="model" data-busy={busy ?? undefined} aria-labelledby={captionId}>
      <div className="model-flow" aria-hidden>
        <div className="model-part model-input">
          <div className="model-draw model-stack">
            {(outputs.length > 0 ? outputs.slice(0, 3).map((c) => c.style) : [0, 1, 2]).map((style) => (
              <span key={style}>
                <ClassMark style={style} size={34} />
              </span>
            ))}
          </div>
          <p>
            <b>Pictures</b>
            <br />
            {base.inputSize} × {base.inputSize} px
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-base">
          <p className="model-tag">
            <IconSnowflake size={18} /> Frozen base
          </p>
          <div className="model-draw">
            <BaseBlocks blocks={base.stages.length} used={base.stages.indexOf(cut.node) + 1} />
          </div>
          <p>
            <IconLock size={15} className="model-lock" /> <b>{base.title}</b>, trained on {base.taskA}. Its weights
            never change here.
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-features">
          <div className="model-draw">
            <FeatureCells dropped={cells.dropped} />
          </div>
          <p>
            <b>Features</b>
            <br />
            {cut.width} numbers
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-head">
          <p className="model-tag">
            <IconFlame size={18} /> Head, trained here
          </p>
          <div className="model-head-row">
            <HeadUnits hidden={units} outputs={Math.max(outputs.length, 2)} />
            <ul className="model-classes">
              {outputs.length === 0 && (
                <>
                  <li>your class</li>
                  <li>another</li>
                </>
              )}
              {outputs.map((c) => (
                <li key={c.id}>
                  <ClassMark style={c.style} size={16} />
                  <span>{c.name}</span>
                </li>
              ))}
            </ul>
          </div>
          <p>
            {hidden > 0 && (
              <>
                <b>{hidden}</b> units with ReLU, then{' '}
              </>
            )}
            softmax over <b>{Math.max(classes.length, 2)}</b> classes
            {classes.length > mostClasses && ` (${mostClasses} drawn)`}. Trained twice: dropout 0 and {dropout}.
          </p>
        </div>
      </div>
      <figcaption id={captionId} className="lab-hidden">
        {describe(props)}
      </figcaption>
    </figure>
  );
}

function describe({ base, cut, classes, hidden, dropout, dropoutAt, busy }: ModelDiagramProps): string {
  const where =
    hidden === 0 || dropoutAt === 'both'
      ? hidden === 0
        ? 'the features'
        : 'the features and the hidden units'
      : 'the hidden units';
  const names = classes.map((c) => c.name).join(', ');
  return [
    `The model: pictures of ${base.inputSize} by ${base.inputSize} pixels enter the frozen base ${base.title}, trained on ${base.taskA}.`,
    `It is cut after: ${cut.label}. What comes out there are ${cut.width} features.`,
    hidden > 0
      ? `The head, the only part that learns, has ${hidden} hidden units with ReLU and a softmax output for each class${names && `: ${names}`}.`
      : `The head, the only part that learns, is a softmax output for each class${names && `: ${names}`}.`,
    `It is trained once without dropout and once with a dropout rate of ${dropout} on ${where}.`,
    busy === 'extracting' ? 'The base is at work.' : busy === 'training' ? 'The head is learning.' : '',
  ].join(' ');
}
