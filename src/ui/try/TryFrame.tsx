import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCamera, IconClipboard, IconPhotoSearch } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { ownDropMark } from '../pictures/dropTarget';
import { Word } from '../words/Word';
import '../compare/compare.css';
import '../inside/measures.css';
import './try.css';

export interface TryFrameProps {
  /** What can be done to get another picture, besides the file, the clipboard and the camera. */
  readonly more: ReactNode;
  readonly isLive: boolean;
  /** False where pages cannot read the clipboard by themselves. */
  readonly canPaste: boolean;
  readonly onFiles: (files: readonly File[], how: 'chosen' | 'dropped') => void;
  readonly onPaste: () => void;
  readonly onCamera: () => void;
  readonly children: ReactNode;
}

const dropWords = t`Drop to try this picture. It is not added to your pictures.`;

/** Shows the heads a picture. Files that are dropped anywhere on it are tried, and not added to the pictures. */
export function TryFrame({ more, isLive, canPaste, onFiles, onPaste, onCamera, children }: TryFrameProps) {
  const id = useId();
  return (
    // A drop is the short way to what the button does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="lab-card compare try"
      aria-labelledby={id}
      {...ownDropMark(dropWords)}
      onDrop={(event) => onFiles([...event.dataTransfer.files], 'dropped')}
    >
      <div className="measure-head">
        <h3 className="lab-h3" id={id}>
          <Trans>What is this?</Trans>
        </h3>
        <p className="lab-soft measure-lead">
          <Trans>
            Choose, drop or paste a picture, or use the camera: both <Word of="head">heads</Word> say what it is. It is
            not added to your pictures.
          </Trans>
        </p>
      </div>
      <div className="lab-row">
        <FileChoice onFiles={(files) => onFiles(files, 'chosen')} />
        {canPaste && (
          <Button variant="default" leftSection={<IconClipboard size={18} aria-hidden />} onClick={onPaste}>
            <Trans>Paste</Trans>
          </Button>
        )}
        {!isLive && (
          <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} onClick={onCamera}>
            <Trans>Use the camera</Trans>
          </Button>
        )}
        {more}
      </div>
      {children}
    </section>
  );
}

/** A real file input in a button's clothes; what it brings is tried. */
function FileChoice({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const id = useId();
  return (
    <span className="file-button" data-prominent>
      <input
        id={id}
        type="file"
        accept="image/*,.heic,.heif,.avif,.tif,.tiff"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied, so that choosing the same file again is noticed.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label htmlFor={id}>
        <IconPhotoSearch size={18} aria-hidden />
        <Trans>Choose a picture</Trans>
      </label>
    </span>
  );
}
