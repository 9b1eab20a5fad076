import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { ModelImport } from '../../core/baseState';
import { between } from '../../core/figures';
import { inputSizes } from '../../core/modelFiles';
import { parseNumber } from '../../core/parseNumber';
import type { NumberField } from '../../core/settingFields';
import { Word } from '../words/Word';
import { type RadioLine, RadioLines } from './RadioLines';

export interface ModelAnswer {
  /** Width and height of the pictures that the model is given, in pixels. */
  readonly inputSize: number;
  /** What 8-bit RGB values are mapped to, as [black, white]. */
  readonly inputRange: readonly [number, number];
}

export interface ModelQuestionsProps {
  readonly model: Extract<ModelImport, { readonly phase: 'asking' }>;
  readonly onAnswer: (answer: ModelAnswer) => void;
  readonly onCancel: () => void;
}

const sizeField: NumberField = {
  kind: 'number',
  label: t`Picture size`,
  unit: t`pixels`,
  min: inputSizes.min,
  max: inputSizes.max,
  step: 1,
  integer: true,
  definition: t`Width and height of the pictures that the model was trained on. 224 for most; Teachable Machine uses 224 as well.`,
  terms: [],
};

const ranges = { unit: [0, 1], centred: [-1, 1], bytes: [0, 255] } as const;
type RangeName = keyof typeof ranges;

const rangeLines: readonly RadioLine<RangeName>[] = [
  {
    value: 'unit',
    label: between('0', '1'),
    hint: t`The training divided by 255: “rescale=1./255”, ToTensor(), the hub’s MobileNets.`,
  },
  {
    value: 'centred',
    label: between('−1', '1'),
    hint: t`The training divided by 127.5 and took 1 away: Teachable Machine; MobileNet, Inception and Xception of Keras.`,
  },
  {
    value: 'bytes',
    label: between('0', '255'),
    hint: t`The model scales by itself, in a Rescaling or Normalization layer: MobileNetV3 and EfficientNet of Keras.`,
  },
];

/** What the files do not tell. */
export function ModelQuestions({ model, onAnswer, onCancel }: ModelQuestionsProps) {
  const { title, inputSize, inputRange } = model;
  const [size, setSize] = useState('224');
  const [range, setRange] = useState<RangeName | null>(null);
  const [tried, setTried] = useState(false);
  const titleId = useId();
  const parsed = parseNumber(sizeField, size);
  const wanted = parsed.ok ? '' : parsed.wanted;
  const sizeError = inputSize === null && !parsed.ok ? t`Type ${wanted}.` : null;
  const told = inputSize ?? 0;
  const [black, white] = inputRange ?? [];
  const isOpen = inputRange === null && range === null;

  const answer = () => {
    setTried(true);
    const chosen = inputRange ?? (range === null ? null : ranges[range]);
    const pixels = inputSize ?? (parsed.ok ? parsed.value : null);
    if (chosen !== null && pixels !== null) onAnswer({ inputSize: pixels, inputRange: chosen });
  };
  return (
    <form
      className="model-questions"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <h4 className="base-option-title" id={titleId}>
        <Trans>{title}: what its files do not say</Trans>
      </h4>
      {inputSize === null ? (
        <TextInput
          className="model-size"
          label={sizeField.label}
          description={sizeField.definition}
          inputMode="numeric"
          autoComplete="off"
          value={size}
          error={sizeError}
          onChange={(event) => setSize(event.currentTarget.value)}
        />
      ) : (
        <p>
          <Trans>
            Picture size:{' '}
            <b>
              {told} × {told} pixels
            </b>
            , as the files say.
          </Trans>
        </p>
      )}
      {inputRange === null ? (
        <>
          <RadioLines
            legend={t`Colours: what black and white are for the model`}
            lines={rangeLines}
            value={range}
            error={tried && isOpen ? t`Choose one of the three.` : null}
            onChange={setRange}
          />
          <p className="lab-soft">
            <Trans>
              A wrong range destroys the <Word of="features">features</Word>, and nothing warns of it: look into the
              script that trained the model. Models that want each colour’s mean taken away (VGG and ResNet of Keras)
              cannot be fed here.
            </Trans>
          </p>
        </>
      ) : (
        <p>
          <Trans>
            Colours: black is <b>{black}</b> and white is <b>{white}</b>, as the files say.
          </Trans>
        </p>
      )}
      <div className="lab-row">
        <Button type="submit">
          <Trans>Use this model</Trans>
        </Button>
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
