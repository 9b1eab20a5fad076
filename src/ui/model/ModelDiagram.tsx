import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { dropsFeatures, dropsHidden } from '../../core/settings';
import { IconFlame, IconLock, IconSnowflake } from '@tabler/icons-react';
import { useId } from 'react';
import { featureWidth } from '../../core/base';
import { decimal } from '../../core/figures';
import { ClassMark } from '../pictures/ClassMark';
import { BaseBlocks } from './BaseBlocks';
import { FeatureCells } from './FeatureCells';
import { describeModel, dropoutWhere, type ModelShape, trainedOn } from './describeModel';
import { HeadUnits } from './HeadUnits';
import { shownUnits } from './shownUnits';
import './model.css';

export interface ModelDiagramProps extends ModelShape {
  /** Another number drops other units; give it the epoch, and the drawing changes with it. */
  readonly draw: number;
}

const mostClasses = 6;

/** The model as what it is: pictures, frozen base, cut, features, head, classes. */
export function ModelDiagram(props: ModelDiagramProps) {
  const { card, anatomy, cut, classes, hidden, dropout, dropoutAt, busy, draw } = props;
  const captionId = useId();
  const answers = Math.max(classes.length, 2);
  const rate = decimal(dropout);
  const outputs = classes.slice(0, mostClasses);
  const units = shownUnits(hidden, 10, dropsHidden(dropoutAt) ? dropout : 0, draw);
  const width = anatomy && cut ? featureWidth(anatomy, cut) : null;
  const cells = shownUnits(width ?? 60, 60, dropsFeatures(dropoutAt) ? dropout : 0, draw);
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
            <b>
              <Trans>Pictures</Trans>
            </b>
            {anatomy && (
              <>
                <br />
                {anatomy.inputSize} × {anatomy.inputSize} px
              </>
            )}
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-base">
          <p className="model-tag">
            <IconSnowflake size={18} /> <Trans>Frozen base</Trans>
          </p>
          <div className="model-draw">
            <BaseBlocks anatomy={anatomy} cut={cut} />
          </div>
          <p>
            <IconLock size={15} className="model-lock" /> <b>{card.title}</b>
            {card.taskA && `, ${trainedOn(card.taskA)}`}.{' '}
            {anatomy ? t`Its weights never change here.` : t`It is not here yet.`}
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-features">
          <div className="model-draw">
            <FeatureCells dropped={cells.dropped} />
          </div>
          <p>
            <b>
              <Trans>Features</Trans>
            </b>
            <br />
            {width === null ? t`known once the base is here` : plural(width, { one: '# number', other: '# numbers' })}
          </p>
        </div>
        <span className="model-arrow" />
        <div className="model-part model-head">
          <p className="model-tag">
            <IconFlame size={18} /> <Trans>Head, trained here</Trans>
          </p>
          <div className="model-head-row">
            <HeadUnits hidden={units} outputs={Math.max(outputs.length, 2)} />
            <ul className="model-classes">
              {outputs.length === 0 && (
                <>
                  <li>
                    <Trans>your class</Trans>
                  </li>
                  <li>
                    <Trans>another</Trans>
                  </li>
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
            {hidden > 0 ? (
              <Trans>
                <b>{hidden}</b> units with ReLU, then softmax over <b>{answers}</b> classes
              </Trans>
            ) : (
              <Trans>
                softmax over <b>{answers}</b> classes
              </Trans>
            )}
            {classes.length > mostClasses && ` (${t`${mostClasses} drawn`})`}.{' '}
            {dropoutWhere(props) === null
              ? t`Trained twice: dropout 0 and ${rate}, which acts on nothing without hidden units.`
              : t`Trained twice: dropout 0 and ${rate}.`}
          </p>
        </div>
      </div>
      <figcaption id={captionId} className="lab-hidden">
        {describeModel(props)}
      </figcaption>
    </figure>
  );
}
