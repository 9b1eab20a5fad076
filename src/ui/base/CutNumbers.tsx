import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type Anatomy, cutBlock, type FeatureCut, featureWidth } from '../../core/base';
import { blockTitle } from '../../core/catalogue';
import { percent } from '../../core/figures';
import { BackAndForth } from '../layout/BackAndForth';
import { aboutWords, countWords } from '../model/words';
import { frozenWords, joinedOf, lineOf, sizeWords, widthWords } from './cutWords';

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
  const frozen = block.parameters;
  return (
    <div className="cut-numbers">
      <div className="cut-stepper">
        <span className="cut-stepper-label">
          <Trans>Cut after</Trans>
        </span>
        <BackAndForth
          back={t`Cut one block earlier`}
          forth={t`Cut one block later`}
          isFirst={line === 0}
          isLast={line === anatomy.blocks.length - 1}
          onStep={(by) => onLine(line + by)}
        >
          <output className="lab-numbers">{blockTitle(anatomy, line).toLowerCase()}</output>
        </BackAndForth>
      </div>
      <dl className="cut-facts lab-numbers">
        <div>
          <dt>
            <Trans>What comes out</Trans>
          </dt>
          <dd>
            <b>{sizeWords(block)}</b>
            <span>
              <Trans>
                of <span className="cut-name">{block.name}</span>
                {joined !== null && t`, and block ${joined + 1} joined`}
              </Trans>
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Features of a picture</Trans>
          </dt>
          <dd>
            <b>{countWords(featureWidth(anatomy, cut))}</b>
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
              <Trans>of its {aboutWords(anatomy.parameters)} parameters</Trans>
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
              <Trans>of the whole base’s {aboutWords(anatomy.multiplyAdds)}</Trans>
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
            <b>{frozenWords(frozen, trainable)}</b>: {countWords(frozen)} in the base stay as they are,{' '}
            {countWords(trainable)} in the head are learned here.
          </Trans>
        </p>
      </div>
    </div>
  );
}
