import { t } from '@lingui/core/macro';
import { IconFolderPlus, IconPhotoPlus } from '@tabler/icons-react';
import { useId } from 'react';

export interface FileButtonProps {
  readonly kind: 'pictures' | 'folder';
  /** Id of an element that says where the pictures go, e.g. the class's heading. */
  readonly describedBy?: string;
  readonly prominent?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** Formats that this browser cannot read are let through: the import then says what to do with them. */
const accept = 'image/*,.zip,application/zip,.tm,.heic,.heif,.avif,.tif,.tiff';

const words = { pictures: t`Add pictures`, folder: t`Add a folder` } as const;

/** A real file input in a button's clothes, so that keyboards, screen readers and scripts find it. */
export function FileButton({ kind, describedBy, prominent = false, disabled = false, onFiles }: FileButtonProps) {
  const id = useId();
  const Icon = kind === 'pictures' ? IconPhotoPlus : IconFolderPlus;
  return (
    <span className="file-button" data-prominent={prominent || undefined} data-disabled={disabled || undefined}>
      <input
        id={id}
        type="file"
        multiple
        disabled={disabled}
        {...(kind === 'pictures' ? { accept } : { ref: asFolder })}
        aria-describedby={describedBy}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied, so that choosing the same file again is noticed.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label htmlFor={id}>
        <Icon size={18} aria-hidden />
        {words[kind]}
      </label>
    </span>
  );
}

function asFolder(input: HTMLInputElement | null) {
  if (input) input.webkitdirectory = true;
}
