import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type Anatomy, cutBlock, type FeatureCut, featureWidth } from '../../core/base';
import { grouped, percent } from '../../core/figures';
import { BackAndForth } from '../layout/BackAndForth';
import { Control } from '../prepared/Control';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { aboutWords } from '../model/words';
import { Word } from '../words/Word';
import { blockWords, frozenFigure, joinedOf, lineOf, sizeWords, widthWords } from './cutWords';

export interface CutNumbersProps {
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
  /** Parameters of the head. */
  readonly trainable: number;
  /** @param line 0-based */
  readonly onLine: (line: number) => void;
}

/** What the cut comes to. */
export function CutNumbers({ anatomy, cut, trainable, onLine }: CutNumbersProps) {
  const line = lineOf(cut);
  const joined = joinedOf(cut);
  const block = cutBlock(anatomy, cut);
  const { name, parameters: frozen } = block;
  const joinedNumber = (joined ?? 0) + 1;
  const allParameters = aboutWords(anatomy.parameters);
  const allMultiplyAdds = aboutWords(anatomy.multiplyAdds);
  const figure = frozenFigure(frozen, trainable);
  const inBase = grouped(frozen);
  const inHead = grouped(trainable);
  return (
    <div className="cut-numbers">
      <Control of="cut">
        {(isLocked) => (
          <div className="cut-stepper">
            <span className="cut-stepper-label">
              <Trans>Cut after</Trans>
            </span>
            <BackAndForth
              back={t`Cut one block earlier`}
              forth={t`Cut one block later`}
              isFirst={isLocked || line === 0}
              isLast={isLocked || line === anatomy.blocks.length - 1}
              onStep={(by) => onLine(line + by)}
            >
              <output className="lab-numbers">{blockWords(anatomy, line)}</output>
            </BackAndForth>
            {isLocked && <SetByInstructor />}
          </div>
        )}
      </Control>
      <dl className="cut-facts lab-numbers">
        <div>
          <dt>
            <Trans>What comes out</Trans>
          </dt>
          <dd>
            <b>{sizeWords(block)}</b>
            <span>
              {joined === null ? (
                <Trans>
                  of <span className="cut-name">{name}</span>
                </Trans>
              ) : (
                <Trans>
                  of <span className="cut-name">{name}</span>, and block {joinedNumber} joined
                </Trans>
              )}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Features of a picture</Trans>
          </dt>
          <dd>
            <b>{grouped(featureWidth(anatomy, cut))}</b>
            <span>{widthWords(anatomy, cut)}</span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Used of the base</Trans>
          </dt>
          <dd>
            <b>{percent(frozen / anatomy.parameters)}</b>
            <span>
              <Trans>of its {allParameters} parameters</Trans>
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Multiply-adds for a picture</Trans>
          </dt>
          <dd>
            <b>{aboutWords(block.multiplyAdds)}</b>
            <span>
              <Trans>of the whole base’s {allMultiplyAdds}</Trans>
            </span>
          </dd>
        </div>
      </dl>
      <div className="cut-share">
        <div className="cut-share-bar" aria-hidden>
          <span style={{ flexGrow: frozen }} />
          <span style={{ flexGrow: trainable }} />
        </div>
        <p className="lab-numbers">
          <Trans>
            <b>
              {figure} of the model’s parameters are <Word of="frozen">frozen</Word>
            </b>
            : {inBase} in the base stay as they are, {inHead} in the head are learned here.
          </Trans>
        </p>
      </div>
    </div>
  );
}
