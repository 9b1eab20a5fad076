import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Slider } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { setPercent } from '../../core/figures';
import { fields } from '../../core/settingFields';
import { BackAndForth } from '../layout/BackAndForth';
import { Worded } from '../words/Worded';
import { Control } from '../prepared/Control';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { SideKey } from './SideKey';

export interface SplitControlProps {
  /** Training share in (0, 1). */
  readonly share: number;
  readonly onShare: (share: number) => void;
  /** Which seed's split the thumbnails show: 0-based, below `draws`. */
  readonly shown: number;
  /** Number of seeds; each draws a split of its own. */
  readonly draws: number;
  readonly onShown: (shown: number) => void;
  readonly training: number;
  readonly validation: number;
  /** Pictures that a folder or the person keeps on their side. */
  readonly pinned: number;
  readonly total: number;
  /** Set aside for the test, and none of the total. */
  readonly test: number;
  /** What else is done to the training side; stands below. */
  readonly children?: ReactNode;
}

/** How the pictures are divided into those that are learned from and those that only check. */
export function SplitControl(props: SplitControlProps) {
  const { share, onShare, shown, draws, onShown, training, validation, pinned, total, test, children } = props;
  const hintId = useId();
  const fixed = pinned === total && total > 0;
  const percent = Math.round(share * 100);
  const number = shown + 1;
  const [least, most] = [setPercent(fields.split.min), setPercent(fields.split.max)];
  // A limit per class leaves training pictures out.
  const isSubset = training + validation < total;
  return (
    <div className="lab-card split">
      <Control of="split">
        {(isLocked) => (
          <div className="split-share">
            <div className="split-head">
              <span className="lab-h3">{fields.split.label}</span>
              <span className="lab-numbers">
                {fixed ? t`fixed by the folders and pins` : setPercent(percent / 100)}
              </span>
            </div>
            {!fixed && (
              <Slider
                min={fields.split.min * 100}
                max={fields.split.max * 100}
                step={fields.split.step * 100}
                value={percent}
                disabled={isLocked}
                label={null}
                size={6}
                thumbSize={24}
                thumbLabel={fields.split.label}
                thumbValueText={(value) => setPercent(value / 100)}
                thumbProps={{ 'aria-describedby': hintId }}
                onChange={(value) => onShare(value / 100)}
              />
            )}
            <p className="lab-soft" id={hintId}>
              <Worded text={fields.split.definition} terms={fields.split.terms} />
              {!fixed && ` ${t`From ${least} to ${most}.`}`}
              {pinned > 0 &&
                !fixed &&
                ` ${plural(pinned, {
                  one: '# picture is kept on its side and stays there.',
                  other: '# pictures are kept on their side and stay there.',
                })}`}
            </p>
            {isLocked && <SetByInstructor />}
          </div>
        )}
      </Control>
      <div className="split-draw">
        <div className="split-counts lab-numbers">
          <span>
            <SideKey side="training" />
            {plural(training, { one: '# to learn from', other: '# to learn from' })}
          </span>
          <span>
            <SideKey side="validation" />
            {plural(validation, { one: '# to check with', other: '# to check with' })}
          </span>
          {test > 0 && (
            <span>
              <SideKey side="test" />
              {plural(test, { one: '# set aside for the test', other: '# set aside for the test' })}
            </span>
          )}
        </div>
        <div className="lab-row split-stepper">
          <BackAndForth
            back={t`Show the previous draw`}
            forth={t`Show the next draw`}
            isFirst={shown === 0}
            isLast={shown >= draws - 1}
            onStep={(by) => onShown(shown + by)}
          >
            <output className="lab-numbers">
              <Trans>
                Draw {number} of {draws}
              </Trans>
            </output>
          </BackAndForth>
        </div>
        <p className="lab-soft">
          <Worded text={splitWords(fixed, isSubset)} terms={['seed', 'split']} />
        </p>
      </div>
      {children}
    </div>
  );
}

function splitWords(fixed: boolean, isSubset: boolean): string {
  if (!fixed) return t`Each <0>seed</0> draws a <1>split</1> of its own; the pictures show this one.`;
  return isSubset
    ? t`Folders and pins fix the sides for every seed, but each seed draws which training pictures it uses; the pictures show this draw.`
    : t`Every seed uses the same split.`;
}
