import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useCallback, useId, useRef } from 'react';
import type { ModelImport } from '../../core/baseState';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { type ModelAnswer, ModelQuestions } from './ModelQuestions';
import '../pictures/pictures.css';

export interface ModelFilesProps {
  readonly importing: ModelImport;
  /** Files are being dragged over the dialog. */
  readonly over: boolean;
  /** The focus starts here when the dialog opens. */
  readonly startsHere: boolean;
  readonly onFiles: (files: File[]) => void;
  readonly onAnswer: (answer: ModelAnswer) => void;
  readonly onCancel: () => void;
}

/** The learner's own base, out of files. */
export function ModelFiles(props: ModelFilesProps) {
  const { importing, startsHere } = props;
  const isWanted = startsHere || importing.phase !== 'idle';
  const drawn = useRef(false);
  // What had the focus goes away with its phase; the next phase takes it over. At first the dialog sets the focus, but
  // without scrolling there.
  const takeOver = useCallback(
    (place: HTMLDivElement | null) => {
      if (!place) return;
      if (drawn.current) place.focus();
      else if (isWanted) place.scrollIntoView({ block: 'start' });
      drawn.current = true;
    },
    [isWanted],
  );
  return (
    <div
      key={importing.phase}
      className="model-import"
      ref={takeOver}
      tabIndex={-1}
      data-autofocus={isWanted || undefined}
    >
      <Phase {...props} />
    </div>
  );
}

function Phase({ importing, over, onFiles, onAnswer, onCancel }: ModelFilesProps) {
  switch (importing.phase) {
    case 'idle':
      return <Zone words={t`Load model files`} over={over} onFiles={onFiles} />;
    case 'reading':
      return (
        <div className="model-files">
          <output>{importing.words}</output>
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      );
    case 'asking':
      return <ModelQuestions key={importing.title} model={importing} onAnswer={onAnswer} onCancel={onCancel} />;
    case 'refused':
      return (
        <>
          <Note tone="error">{importing.reason}</Note>
          <Zone words={t`Choose other files`} over={over} onFiles={onFiles} />
        </>
      );
    default:
      return importing satisfies never;
  }
}

interface ZoneProps extends Pick<ModelFilesProps, 'over' | 'onFiles'> {
  readonly words: string;
}

function Zone({ words, over, onFiles }: ZoneProps) {
  const id = useId();
  return (
    <div className="model-files" data-over={over || undefined}>
      <p className="model-files-invitation">
        {over ? t`Drop to load the model.` : t`Drop a model’s files, their folder, or a ZIP of them here.`}
      </p>
      {/* No `accept`: the weights' files often have no extension. */}
      <span className="file-button">
        <input
          id={id}
          type="file"
          multiple
          aria-describedby={`${id}-taken`}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // Emptied, so that choosing the same files again is noticed.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <label htmlFor={id}>
          <IconFileImport size={18} aria-hidden />
          {words}
        </label>
      </span>
      <p className="lab-soft" id={`${id}-taken`}>
        <Trans>
          Taken are convolutional image models for TensorFlow.js: graph models and Keras layers models, Teachable
          Machine’s export included. Choose <code>model.json</code> and all the files of the{' '}
          <Word of="weight">weights</Word> beside it together. They are read here and go nowhere.
        </Trans>
      </p>
    </div>
  );
}
