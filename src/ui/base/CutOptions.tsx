import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { type Anatomy, blockOf, type CutChoice, type FeatureCut } from '../../core/base';
import { fields } from '../../core/settingFields';
import { defaultSettings } from '../../core/settings';
import { Control } from '../prepared/Control';
import { useAllFree } from '../prepared/controls';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { Word } from '../words/Word';
import { cutAfter, joinedOf, joinOptions, lineOf, poolingOptions, sizeWords } from './cutWords';
import { RadioLines } from './RadioLines';

export interface CutOptionsProps {
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
  readonly choice: CutChoice;
  readonly onChange: (change: Partial<CutChoice>) => void;
}

/** How the maps at the cut become features. */
export function CutOptions({ anatomy, cut, choice, onChange }: CutOptionsProps) {
  const joinable = joinOptions(anatomy, cut);
  const { cut: number, join, pooling } = defaultSettings;
  const isFree = useAllFree(['cut', 'join', 'pooling']);
  const isDefault = choice.cut === number && choice.join === join && choice.pooling === pooling;
  return (
    <div className="cut-options">
      <Control of="pooling">
        {(isLocked) => (
          <>
            <RadioLines
              legend={fields.pooling.label}
              value={cut.pooling}
              onChange={(pooling) => onChange({ pooling })}
              lines={poolingOptions(anatomy, cut).map(({ pooling, width, words, reason }, i) => {
                const features = plural(width, { one: '# feature', other: '# features' });
                return {
                  value: pooling,
                  label: fields.pooling.options.find((o) => o.value === pooling)?.label ?? pooling,
                  hint: (
                    <>
                      {i === 0 ? <Word of="pooling">{words}</Word> : words}: {features}.
                      {reason === null ? '' : ` ${reason}`}
                    </>
                  ),
                  disabled: isLocked || reason !== null,
                };
              })}
            />
            {isLocked && <SetByInstructor />}
          </>
        )}
      </Control>
      <Control of="join">
        {(isLocked) => (
          <>
            <NativeSelect
              label={fields.join.label}
              description={
                joinable.length === 0 ? t`There is no block before the first one to join.` : fields.join.definition
              }
              disabled={isLocked || joinable.length === 0}
              value={String(joinedOf(cut) ?? 'none')}
              data={[
                { value: 'none', label: t`None` },
                ...joinable.toReversed().map(({ at, fits }) => {
                  const number = at + 1;
                  const size = sizeWords(blockOf(anatomy, at));
                  return {
                    value: String(at),
                    label: fits ? t`Block ${number}: ${size}` : t`Block ${number}: ${size}, too many flattened`,
                    disabled: !fits,
                  };
                }),
              ]}
              onChange={({ currentTarget: { value } }) =>
                // The cut is named too: what was its own default would otherwise move with the joined block.
                onChange({ ...cutAfter(cut, lineOf(cut)), join: value === 'none' ? 0 : Number(value) + 1 })
              }
            />
            {isLocked && <SetByInstructor />}
          </>
        )}
      </Control>
      {isFree && (
        <Button
          className="cut-default"
          variant="subtle"
          color="gray"
          leftSection={<IconRestore size={18} aria-hidden />}
          disabled={isDefault}
          onClick={() => onChange({ cut: number, join, pooling })}
        >
          <Trans>Back to the default cut</Trans>
        </Button>
      )}
    </div>
  );
}
