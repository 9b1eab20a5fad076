import { t } from '@lingui/core/macro';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import type { PictureClass } from '../../core/collection';
import { classUnder, DropTarget, ownDropUnder } from './dropTarget';

export interface DropPageProps {
  readonly classes: readonly PictureClass[];
  /** Files with their paths inside dropped folders; null: dropped beside every class. Null instead: none are taken. */
  readonly onFiles: ((files: File[], classId: string | null) => void) | null;
  readonly children: ReactNode;
}

/** The whole page takes files. One drop zone, not one per class: nested ones lose track of each other. */
export function DropPage({ classes, onFiles, children }: DropPageProps) {
  const [over, setOver] = useState<string | null>(null);
  const [ownWords, setOwnWords] = useState<string | null>(null);
  const { getRootProps, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    disabled: onFiles === null,
    onDragOver: (event) => {
      setOver(classUnder(event.target));
      setOwnWords(ownDropUnder(event.target));
    },
    onDrop: (files, _, event) => {
      setOver(null);
      const target = 'target' in event ? event.target : null;
      if (files.length > 0 && ownDropUnder(target) === null) onFiles?.(files, classUnder(target));
    },
  });
  const target = isDragActive ? over : null;
  const name = classes.find((c) => c.id === target)?.name;
  return (
    <div {...getRootProps({ role: undefined })} className="drop-page">
      <DropTarget value={target}>{children}</DropTarget>
      {isDragActive && (
        <div className="drop-overlay">
          <p>
            <IconDownload size={24} aria-hidden />
            {ownWords ?? (name === undefined ? t`Drop to add. Folders become classes.` : t`Drop to add to “${name}”`)}
          </p>
        </div>
      )}
    </div>
  );
}
